import type { Sample } from '../../test/requests/request.ts'

export default {
  'POST /export/content/data': {
    body: (_, { now }) => ({ created_at_after: 1, created_at_before: now() }),
  },
  'GET /export/content/data/{}': {},
  'POST /export/cancel/{}': {},
  'GET /download/content/data/{}': {},
} satisfies Record<string, Sample>
