import { described } from '../../../schema/types.ts'
import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { EmailSetting, presentEmailSetting } from '../email-setting.ts'
import { getSenderAddress } from '../queries.ts'
import { EmailSettingDetails, readDetails } from './details.ts'
import { logSenderAddress } from './log-change.ts'
import { clearDefault, updateSenderAddress } from './queries.ts'

export const updateEmailSetting = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/emails/{email_id}',
  group: 'Emails',
  summary: 'Update a sender address',
  description: 'Properties that are left out stay as they are.',
  params: Type.Object({ email_id: Type.String() }),
  body: described(EmailSettingDetails, 'The details to change.'),
  reply: EmailSetting,
  answer: 'The sender address with its new details.',
  refusals: { 404: 'The sender address, or its brand, does not exist.', 409: 'Another sender address is the same.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const row = await getSenderAddress(db, workspaceId, params.email_id)
    const details = await readDetails(ctx, body, row.id)
    const brandId = details.brand_id ?? row.brand_id
    // An address that moves to another brand is not its default, unless the request says so.
    const is_default = details.is_default ?? (row.is_default && brandId === row.brand_id)
    if (is_default) await clearDefault(db, workspaceId, brandId)
    await updateSenderAddress(db, workspaceId, row.id, { ...details, is_default, updated_at: ctx.now })
    const after = presentEmailSetting(ctx.workspace, await getSenderAddress(db, workspaceId, params.email_id))
    await logSenderAddress(ctx, presentEmailSetting(ctx.workspace, row), after)
    return after
  },
})
