import { step } from '../../test/tour/step.ts'

export default [
  step('POST /export/content/data', {
    gives: { export: ({ job_identifier }) => job_identifier },
    go: (c) => c.post('/export/content/data', { created_at_after: 1_700_000_000, created_at_before: 1_800_000_000 }),
  }),
  step('GET /export/content/data/{}', {
    needs: ['export'],
    go: (c, { export: job }) => c.get(`/export/content/data/${job}`),
  }),
  step('POST /export/cancel/{}', { ends: ['export'], go: (c, { export: job }) => c.post(`/export/cancel/${job}`) }),
  step('GET /download/content/data/{}', {
    needs: ['archive'],
    go: (c, { archive }) => c.get(`/download/content/data/${archive}`),
  }),
]
