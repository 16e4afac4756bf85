import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /roles': {},
} satisfies Record<string, Sample>
