import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import { presentEmailSetting } from '../email-setting.ts'
import { getSenderAddress } from '../queries.ts'
import { logSenderAddress } from './log-change.ts'
import { deleteSenderAddress } from './queries.ts'

export const deleteEmailSetting = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/emails/{email_id}',
  group: 'Emails',
  summary: 'Delete a sender address',
  params: Type.Object({ email_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted sender address.',
  handle: async (ctx, { params }) => {
    const row = await getSenderAddress(ctx.db, ctx.workspaceId, params.email_id)
    await deleteSenderAddress(ctx.db, ctx.workspaceId, row.id)
    await logSenderAddress(ctx, presentEmailSetting(ctx.workspace, row), null)
    return presentDeleted('email_setting', row.id)
  },
})
