/** Sender addresses as the settings make and change them; the public API reads them. */
import { createEmailSetting } from './create.ts'
import { deleteEmailSetting } from './delete.ts'
import { updateEmailSetting } from './update.ts'

export const emailSettings = [createEmailSetting, updateEmailSetting, deleteEmailSetting]
