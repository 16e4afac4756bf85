import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { logSecret } from './log-secret.ts'
import { deleteSecret } from './queries.ts'

export const deleteIdentitySecret = operation({
  method: 'DELETE',
  path: '/secure_mode_secrets/{secure_mode_secret_id}',
  group: 'Identity Verification Secrets',
  scopes: ['write_secure_mode_secret'],
  status: 204,
  summary: 'Delete an identity verification secret',
  description: 'Identities that were signed with it are not accepted any more.',
  params: Type.Object({ secure_mode_secret_id: Type.String() }),
  reply: Type.Null(),
  answer: 'Nothing: the secret is deleted.',
  handle: async (ctx, { params }) => {
    const row = await deleteSecret(ctx.db, ctx.workspaceId, params.secure_mode_secret_id, ctx.now)
    await logSecret(ctx, 'deleted', row)
    return null
  },
})
