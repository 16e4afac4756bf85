import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { listSecrets } from './queries.ts'
import { IdentitySecret, presentIdentitySecret } from './secret.ts'

export const listIdentitySecrets = operation({
  method: 'GET',
  path: '/secure_mode_secrets',
  group: 'Identity Verification Secrets',
  scopes: ['read_secure_mode_secret'],
  summary: 'List all identity verification secrets',
  description: 'Without the secrets themselves.',
  reply: list(IdentitySecret),
  answer: 'All secrets.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await listSecrets(ctx.db, ctx.workspaceId)).map(presentIdentitySecret),
  }),
})
