import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /parley/workspace': {},
  'PUT /parley/workspace': { body: (_, { unique }) => ({ name: unique('workspace'), time_zone: 'Europe/Dublin' }) },
} satisfies Record<string, Sample>
