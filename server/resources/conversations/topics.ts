import Type from 'typebox'
import { Id, model } from '../../schema/types.ts'
import { ConversationPart } from '../../threads/part.ts'
import { Contact } from '../contacts/contact.ts'
import { Conversation } from './conversation.ts'
import { ConversationSource } from './source.ts'

const DeletedConversation = model('conversation_gone', {
  type: Type.Literal('conversation'),
  conversation_id: Id,
  id: Id,
  deleted: Type.Boolean(),
})
const ConversationContact = Type.Object({ conversation: Conversation, contact: Contact })
const PartOfConversation = model('conversation_part', { ...ConversationPart.properties, conversation: Conversation })
const SourceOfConversation = model('conversation_source', {
  ...ConversationSource.properties,
  conversation: Conversation,
})

/** The first message of a conversation is no part, so a topic of parts may tell of a source. */
const partOrSource = ({ type }: { type?: unknown }) =>
  type === 'conversation_part' ? PartOfConversation : SourceOfConversation

/** Webhook topics of conversations and the model of each, by the item where it depends on that. */
export const conversationTopics = {
  'conversation.admin.assigned': Conversation,
  'conversation.admin.closed': Conversation,
  'conversation.admin.noted': Conversation,
  'conversation.admin.open.assigned': Conversation,
  'conversation.admin.opened': Conversation,
  'conversation.admin.replied': Conversation,
  'conversation.admin.snoozed': Conversation,
  'conversation.admin.unsnoozed': Conversation,
  'conversation.company.updated': Conversation,
  'conversation.contact.attached': ConversationContact,
  'conversation.contact.detached': ConversationContact,
  'conversation.deleted': DeletedConversation,
  'conversation.operator.replied': Conversation,
  'conversation.priority.updated': Conversation,
  'conversation.rating.added': Conversation,
  'conversation.read': Conversation,
  'conversation.user.created': Conversation,
  'conversation.user.replied': Conversation,
  'conversation_part.redacted': partOrSource,
  'conversation_part.tag.created': partOrSource,
}
