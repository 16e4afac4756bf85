import { step } from '../../test/tour/step.ts'

export default [
  step('POST /conversations/stream_tokens', {
    needs: ['user'],
    go: (c, { user }) => c.post('/conversations/stream_tokens', { intercom_user_id: user }),
  }),
  step('POST /conversations/stream_tokens/revoke', {
    needs: ['user'],
    go: (c, { user }) => c.post('/conversations/stream_tokens/revoke', { intercom_user_id: user }),
  }),
]
