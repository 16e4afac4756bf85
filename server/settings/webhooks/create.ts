import { operation } from '../../http/operation.ts'
import { columnsOf, NewWebhook } from './details.ts'
import { getWebhook, insertWebhook } from './queries.ts'
import { giveSecret } from './secret.ts'
import { presentWebhook, WebhookWithSecret } from './webhook.ts'

export const createWebhook = operation({
  method: 'POST',
  path: '/parley/webhooks',
  group: 'Webhooks',
  summary: 'Create a webhook',
  description:
    'It is told of what happens from then on, unless `active` is false. The answer shows its secret, for the only ' +
    'time: `X-Hub-Signature` is `sha1=` and the HMAC-SHA1 of the bytes of a notification.',
  body: NewWebhook,
  reply: WebhookWithSecret,
  handle: async (ctx, { body }) => {
    const { url, topics, active = true, ...rest } = columnsOf(body)
    const id = await insertWebhook(ctx.db, ctx.workspaceId, { url: url!, topics: topics!, active, ...rest }, ctx.now)
    const secret = await giveSecret(ctx, id)
    return { ...presentWebhook(await getWebhook(ctx.db, ctx.workspaceId, id)), secret }
  },
})
