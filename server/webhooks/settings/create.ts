import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { logActivity } from '../../resources/activity-logs/log-activity.ts'
import { columnsOf, NewWebhook } from './details.ts'
import { getWebhook, insertWebhook, listWebhooks } from './queries.ts'
import { giveSecret } from './secret.ts'
import { loggedWebhook, presentWebhook, WebhookWithSecret } from './webhook.ts'
import { described } from '../../schema/types.ts'

const MAX_WEBHOOKS = 100

export const createWebhook = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/webhooks',
  group: 'Webhooks',
  summary: 'Create a webhook',
  description:
    'It is told of what happens from then on, unless `active` is false. The answer shows its secret, for the only ' +
    'time: `X-Hub-Signature` is `sha1=` and the HMAC-SHA1 of the bytes of a notification.',
  body: described(NewWebhook, 'The new webhook.'),
  reply: WebhookWithSecret,
  answer: 'The new webhook, with its secret for the only time.',
  handle: async (ctx, { body }) => {
    const { url, topics, active = true, ...rest } = columnsOf(ctx, body)
    await lockWorkspace(ctx.db, ctx.workspaceId)
    if ((await listWebhooks(ctx.db, ctx.workspaceId)).length >= MAX_WEBHOOKS)
      throw parameterInvalid(`A workspace cannot have more than ${MAX_WEBHOOKS} webhooks`)
    const id = await insertWebhook(ctx.db, ctx.workspaceId, { url: url!, topics: topics!, active, ...rest }, ctx.now)
    const secret = await giveSecret(ctx, id)
    const made = await getWebhook(ctx.db, ctx.workspaceId, id)
    await logActivity(ctx, 'app_webhook_creation', 'created a webhook', { webhook: loggedWebhook(made) })
    return { ...presentWebhook(made), secret }
  },
})
