import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getWebhook } from './queries.ts'
import { giveSecret } from './secret.ts'
import { presentWebhook, WebhookWithSecret } from './webhook.ts'

export const rotateWebhookSecret = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/webhooks/{webhook_id}/rotate_secret',
  group: 'Webhooks',
  summary: 'Give a webhook a new secret',
  description: 'Deliveries from then on are signed with it. The answer shows it, for the only time.',
  params: Type.Object({ webhook_id: Type.String() }),
  reply: WebhookWithSecret,
  answer: 'The webhook, with its new secret for the only time.',
  handle: async (ctx, { params }) => {
    const { id } = await getWebhook(ctx.db, ctx.workspaceId, params.webhook_id)
    const secret = await giveSecret(ctx, id)
    return { ...presentWebhook(await getWebhook(ctx.db, ctx.workspaceId, id)), secret }
  },
})
