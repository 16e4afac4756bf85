import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { EmailSetting, presentEmailSetting } from './email-setting.ts'
import { getSenderAddress } from './queries.ts'

export const getEmailSetting = operation({
  method: 'GET',
  path: '/emails/{email_id}',
  group: 'Emails',
  scopes: ['read_emails'],
  summary: 'Retrieve an email setting',
  params: Type.Object({ email_id: Type.String({ description: 'The id of a sender address.' }) }),
  reply: EmailSetting,
  answer: 'The sender address.',
  handle: async (ctx, { params }) =>
    presentEmailSetting(ctx.workspace, await getSenderAddress(ctx.db, ctx.workspaceId, params.email_id)),
})
