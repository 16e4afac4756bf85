import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /visitors': { needs: ['a visitor'], query: ({ 'a visitor': { user_id } }) => ({ user_id }) },
  'PUT /visitors': {
    needs: ['a visitor'],
    body: ({ 'a visitor': { user_id } }, { unique }) => ({ user_id, name: unique('name') }),
  },
  'POST /visitors/convert': {
    needs: ['a visitor', 'a contact'],
    fresh: ['a visitor'],
    body: ({ 'a visitor': { user_id }, 'a contact': { id } }) => ({ visitor: { user_id }, user: { id }, type: 'user' }),
  },
} satisfies Record<string, Sample>
