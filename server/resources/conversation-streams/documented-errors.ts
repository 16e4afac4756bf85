import { NOBODY } from '../../test/documented-errors/ground.ts'
import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  ...rows(404, 'not_found', 'User Not Found', {
    'POST /conversations/stream_tokens': () => ['/conversations/stream_tokens', { intercom_user_id: NOBODY }],
    'POST /conversations/stream_tokens/revoke': () => [
      '/conversations/stream_tokens/revoke',
      { intercom_user_id: NOBODY },
    ],
  }),
] satisfies ErrorRow[]
