import { step } from '../../test/tour/step.ts'

export default [
  step('GET /parley/workspace', { go: (c) => c.get('/parley/workspace') }),
  step('PUT /parley/workspace', {
    go: (c) =>
      c.put('/parley/workspace', { name: 'Fernhill Coffee', time_zone: 'Europe/Dublin', default_version: null }),
  }),
]
