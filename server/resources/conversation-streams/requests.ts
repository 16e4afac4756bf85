import type { Sample } from '../../test/requests/request.ts'

const contact: Sample = {
  needs: ['a contact'],
  body: ({ 'a contact': { id } }) => ({ intercom_user_id: id }),
}

export default {
  'POST /conversations/stream_tokens': contact,
  'POST /conversations/stream_tokens/revoke': contact,
} satisfies Record<string, Sample>
