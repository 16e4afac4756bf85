import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /contacts/{}/notes': {},
  'POST /contacts/{}/notes': {
    needs: ['an admin'],
    body: ({ 'an admin': admin }, { unique }) => ({ body: unique('note'), admin_id: admin['id'] }),
  },
  'GET /notes/{}': {},
  'DELETE /notes/{}': { fresh: ['a note'] },
  'GET /companies/{}/notes': {},
  'POST /companies/{}/notes': {
    needs: ['an admin'],
    body: ({ 'an admin': admin }, { unique }) => ({ body: unique('note'), admin_id: admin['id'] }),
  },
} satisfies Record<string, Sample>
