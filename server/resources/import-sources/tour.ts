import { step } from '../../test/tour/step.ts'

export default [
  step('POST /ai/content_import_sources', {
    gives: { source: ({ id }) => id },
    go: (c) =>
      c.post('/ai/content_import_sources', { sync_behavior: 'api', url: 'https://help.example.com', audience_ids: [] }),
  }),
  step('GET /ai/content_import_sources', { needs: ['source'], go: (c) => c.get('/ai/content_import_sources') }),
  step('GET /ai/content_import_sources/{}', {
    needs: ['source'],
    go: (c, { source }) => c.get(`/ai/content_import_sources/${source}`),
  }),
  step('PUT /ai/content_import_sources/{}', {
    needs: ['source'],
    go: (c, { source }) =>
      c.put(`/ai/content_import_sources/${source}`, {
        sync_behavior: 'api',
        url: 'https://help.example.com/en',
        apply_audience_to_existing_content: true,
      }),
  }),
  step('DELETE /ai/content_import_sources/{}', {
    ends: ['source'],
    go: (c, { source }) => c.delete(`/ai/content_import_sources/${source}`),
  }),
]
