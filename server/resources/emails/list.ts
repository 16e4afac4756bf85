import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { EmailSetting, presentEmailSetting } from './email-setting.ts'
import { listSenderAddresses } from './queries.ts'

export const listEmailSettings = operation({
  method: 'GET',
  path: '/emails',
  group: 'Emails',
  scopes: ['read_emails'],
  summary: 'List all email settings',
  description: 'The addresses that e-mails of the workspace may come from, oldest first.',
  reply: list(EmailSetting),
  answer: 'The sender addresses.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await listSenderAddresses(ctx.db, ctx.workspaceId)).map((row) => presentEmailSetting(ctx.workspace, row)),
  }),
})
