import type { Sample } from '../../test/requests/request.ts'

const body: Sample['body'] = ({ 'an audience': audience }) => ({
  sync_behavior: 'api',
  status: 'active',
  url: 'https://example.com/help',
  audience_ids: [Number(audience['id'])],
})

export default {
  'GET /ai/content_import_sources': {},
  'GET /ai/content_import_sources/{}': {},
  'POST /ai/content_import_sources': { needs: ['an audience'], body },
  'PUT /ai/content_import_sources/{}': {
    needs: ['an audience'],
    body: (given, scene) => ({ ...body!(given, scene), apply_audience_to_existing_content: true }),
  },
  'DELETE /ai/content_import_sources/{}': { fresh: ['an import source'] },
} satisfies Record<string, Sample>
