import Type from 'typebox'
import { unix } from '../../../clock.ts'
import { operation } from '../../../http/operation.ts'
import { described, Timestamp } from '../../../schema/types.ts'
import { putPartSecret } from '../secret.ts'

export const setPartSecret = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/conversation_part_secret',
  group: 'Conversations',
  summary: 'Set the secret for updates of parts',
  description:
    '`PUT /conversations/{id}/conversation_parts/{id}` takes this secret alone. It replaces an earlier one, and is never shown.',
  body: described(
    Type.Object({
      secret: Type.String({ minLength: 16, maxLength: 255, description: 'The secret, of 16 characters at least.' }),
    }),
    'The new secret.',
  ),
  reply: Type.Object({
    type: Type.Literal('conversation_part_secret'),
    updated_at: described(Timestamp, 'When it was set.'),
  }),
  answer: 'The time at which it was set.',
  handle: async (ctx, { body }) => {
    await putPartSecret(ctx.db, ctx.workspaceId, body.secret, ctx.now)
    return { type: 'conversation_part_secret' as const, updated_at: unix(ctx.now) }
  },
})
