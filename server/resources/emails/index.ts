/** Sender addresses: e-mails of the workspace may come from them. */
import { getEmailSetting } from './get.ts'
import { listEmailSettings } from './list.ts'
import { emailSettings } from './settings/index.ts'

export const emails = [listEmailSettings, getEmailSetting, ...emailSettings]
