/** Conversations between contacts and admins. */
import { attachContact } from './attach-contact.ts'
import { createConversation } from './create.ts'
import { deleteConversation } from './delete.ts'
import { detachContact } from './detach-contact.ts'
import { getConversation } from './get.ts'
import { listDeletedConversations } from './list-deleted.ts'
import { listConversations } from './list.ts'
import { manageConversation } from './manage.ts'
import { mergeConversation } from './merge.ts'
import { rateConversation } from './rate.ts'
import { redactConversation } from './redact.ts'
import { replyToConversation } from './reply.ts'
import { runAssignmentRules } from './run-assignment-rules.ts'
import { searchConversations } from './search.ts'
import { updateConversation } from './update.ts'

export const conversations = [
  createConversation,
  listConversations,
  listDeletedConversations,
  searchConversations,
  getConversation,
  updateConversation,
  deleteConversation,
  replyToConversation,
  manageConversation,
  runAssignmentRules,
  mergeConversation,
  rateConversation,
  attachContact,
  detachContact,
  redactConversation,
]
