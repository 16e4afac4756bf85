import type { Sample } from '../../test/requests/request.ts'

const predicates = [{ attribute: 'company.name', type: 'string', comparison: 'contains', value: 'Acme' }]
const role_predicates = [{ attribute: 'role', type: 'role', comparison: 'eq', value: 'user' }]

export default {
  'GET /audiences': {},
  'GET /audiences/{}': {},
  'POST /audiences': { body: (_, { unique }) => ({ name: unique('audience'), predicates, role_predicates }) },
  'PUT /audiences/{}': { body: (_, { unique }) => ({ name: unique('audience'), predicates, role_predicates }) },
  'DELETE /audiences/{}': { fresh: ['an audience'] },
  'POST /parley/audiences/preview': { body: () => ({ predicates, role_predicates }) },
} satisfies Record<string, Sample>
