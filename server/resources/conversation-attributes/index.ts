/**
 * Attributes of conversations, which their `custom_attributes` are validated against. They are kept with the data
 * attributes of contacts and companies, and shown in a form of their own.
 */
import { addOption } from './add-option.ts'
import { archiveOption } from './archive-option.ts'
import { archiveConversationAttribute } from './archive.ts'
import { createConversationAttribute } from './create.ts'
import { getConversationAttribute } from './get.ts'
import { listConversationAttributes } from './list.ts'
import { renameOption } from './rename-option.ts'
import { updateConversationAttribute } from './update.ts'

export const conversationAttributes = [
  listConversationAttributes,
  createConversationAttribute,
  getConversationAttribute,
  updateConversationAttribute,
  archiveConversationAttribute,
  addOption,
  renameOption,
  archiveOption,
]
