import { described } from '../../../schema/types.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { EmailSetting, presentEmailSetting } from '../email-setting.ts'
import { getSenderAddress } from '../queries.ts'
import { NewEmailSetting, readDetails } from './details.ts'
import { logSenderAddress } from './log-change.ts'
import { clearDefault, insertSenderAddress } from './queries.ts'

export const createEmailSetting = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/emails',
  group: 'Emails',
  summary: 'Create a sender address',
  description: 'Mails come from it once it is verified and the default of its brand.',
  body: described(NewEmailSetting, 'The new sender address.'),
  reply: EmailSetting,
  answer: 'The new sender address.',
  refusals: { 404: 'The brand does not exist.', 409: 'Another sender address is the same.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const details = await readDetails(ctx, body, null)
    if (details.is_default) await clearDefault(db, workspaceId, details.brand_id ?? null)
    const id = await insertSenderAddress(db, workspaceId, { email: body.email, ...details }, ctx.now)
    const made = presentEmailSetting(ctx.workspace, await getSenderAddress(db, workspaceId, String(id)))
    await logSenderAddress(ctx, null, made)
    return made
  },
})
