import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /parley/tokens': {},
  'POST /parley/tokens': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({ name: unique('token'), admin_id: id }),
  },
  'PUT /parley/tokens/{}': { body: (_, { unique }) => ({ name: unique('token') }) },
  'DELETE /parley/tokens/{}': { fresh: ['a token'] },
} satisfies Record<string, Sample>
