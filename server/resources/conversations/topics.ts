import Type from 'typebox'
import { Id, model } from '../../schema/types.ts'
import { DeliveredParticipant } from '../contacts/delivered-contact.ts'
import { DeliveredConversation, TaggedConversation } from './delivered-conversation.ts'

const DeletedConversation = model('delivered_conversation_deleted', {
  type: Type.Literal('conversation'),
  conversation_id: Id,
})
const ConversationContact = Type.Object({ conversation: DeliveredConversation, contact: DeliveredParticipant })

/** Webhook topics of conversations and the model of each. */
export const conversationTopics = {
  'conversation.admin.assigned': DeliveredConversation,
  'conversation.admin.closed': DeliveredConversation,
  'conversation.admin.noted': DeliveredConversation,
  'conversation.admin.open.assigned': DeliveredConversation,
  'conversation.admin.opened': DeliveredConversation,
  'conversation.admin.replied': DeliveredConversation,
  'conversation.admin.single.created': DeliveredConversation,
  'conversation.admin.snoozed': DeliveredConversation,
  'conversation.admin.unsnoozed': DeliveredConversation,
  'conversation.company.updated': DeliveredConversation,
  'conversation.contact.attached': ConversationContact,
  'conversation.contact.detached': ConversationContact,
  'conversation.deleted': DeletedConversation,
  'conversation.operator.replied': DeliveredConversation,
  'conversation.priority.updated': DeliveredConversation,
  'conversation.rating.added': DeliveredConversation,
  'conversation.read': DeliveredConversation,
  'conversation.user.created': DeliveredConversation,
  'conversation.user.replied': DeliveredConversation,
  'conversation_part.redacted': DeliveredConversation,
  'conversation_part.tag.created': TaggedConversation,
}
