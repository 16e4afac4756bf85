import { step } from '../../test/tour/step.ts'

export default [
  step('POST /help_center/collections', {
    gives: { collection: ({ id }) => id },
    go: (c) => c.post('/help_center/collections', { name: 'Brewing', description: 'From bean to cup' }),
  }),
  step('GET /help_center/collections', { needs: ['collection'], go: (c) => c.get('/help_center/collections') }),
  step('GET /help_center/collections/{}', {
    needs: ['collection'],
    go: (c, { collection }) => c.get(`/help_center/collections/${collection}`),
  }),
  step('PUT /help_center/collections/{}', {
    needs: ['collection'],
    go: (c, { collection }) =>
      c.put(`/help_center/collections/${collection}`, { translated_content: { fr: { name: 'Préparation' } } }),
  }),
  step('POST /help_center/sections', {
    needs: ['collection'],
    gives: { section: ({ id }) => id },
    go: (c, { collection }) => c.post('/help_center/sections', { name: 'Espresso', parent_id: Number(collection) }),
  }),
  step('GET /help_center/sections', { needs: ['section'], go: (c) => c.get('/help_center/sections') }),
  step('GET /help_center/sections/{}', {
    needs: ['section'],
    go: (c, { section }) => c.get(`/help_center/sections/${section}`),
  }),
  step('PUT /help_center/sections/{}', {
    needs: ['section'],
    go: (c, { section }) => c.put(`/help_center/sections/${section}`, { name: 'Espresso and ristretto' }),
  }),
  step('DELETE /help_center/sections/{}', {
    ends: ['section'],
    go: (c, { section }) => c.delete(`/help_center/sections/${section}`),
  }),
  step('DELETE /help_center/collections/{}', {
    ends: ['collection'],
    go: (c, { collection }) => c.delete(`/help_center/collections/${collection}`),
  }),
]
