import type { Sample } from '../../test/requests/request.ts'

const filter = { field: 'created_at', operator: '>', value: 1 }

export default {
  'GET /contacts/{}/segments': {},
  'GET /segments': {},
  'GET /segments/{}': {},
  'GET /parley/segments': {},
  'GET /parley/segments/{}': {},
  'POST /parley/segments': { body: (_, { unique }) => ({ name: unique('segment'), person_type: 'user', filter }) },
  'POST /parley/segments/preview': { body: () => ({ person_type: 'user', filter }) },
  'PUT /parley/segments/{}': { body: (_, { unique }) => ({ name: unique('segment'), filter }) },
  'DELETE /parley/segments/{}': { fresh: ['a segment'] },
} satisfies Record<string, Sample>
