import { step } from '../../test/tour/step.ts'

export default [
  step('POST /folders', {
    gives: { folder: ({ id }) => id },
    go: (c) => c.post('/folders', { folder: { name: 'Engines', description: 'Plans and parts', emoji: '⚙️' } }),
  }),
  step('GET /folders', { needs: ['folder'], go: (c) => c.get('/folders') }),
  step('GET /folders/{}', { needs: ['folder'], go: (c, { folder }) => c.get(`/folders/${folder}`) }),
  step('PUT /folders/{}', {
    needs: ['folder'],
    go: (c, { folder }) => c.put(`/folders/${folder}`, { folder: { name: 'Old engines' } }),
  }),
  step('DELETE /folders/{}', { ends: ['folder'], go: (c, { folder }) => c.delete(`/folders/${folder}`) }),
]
