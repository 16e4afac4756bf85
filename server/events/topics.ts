/** Every topic that is told of, and the model of what it tells: the outbox keeps that in its newest form. */
import type { TSchema } from 'typebox'
import Type from 'typebox'
import { Id, model, Nullable } from '../http/schemas.ts'
import { Admin } from '../resources/admins/admin.ts'
import { CompanyContact } from '../resources/companies/attachment.ts'
import { Company } from '../resources/companies/company.ts'
import { Contact } from '../resources/contacts/contact.ts'
import { Conversation } from '../resources/conversations/conversation.ts'
import { ConversationSource } from '../resources/conversations/source.ts'
import { DataEvent } from '../resources/data-events/data-event.ts'
import { Subscription } from '../resources/subscriptions/subscription.ts'
import { ContactTag } from '../resources/tags/contact-tag.ts'
import { ConversationPart } from '../resources/threads/part.ts'

const gone = { id: Id, deleted: Type.Boolean() }
const DeletedCompany = model('company_gone', { type: Type.Literal('company'), ...gone })
const DeletedContact = model('contact_gone', {
  type: Type.Literal('contact'),
  external_id: Nullable(Type.String()),
  ...gone,
})
const DeletedConversation = model('conversation_gone', {
  type: Type.Literal('conversation'),
  conversation_id: Id,
  ...gone,
})
const MergedContact = model('contact', {
  ...Contact.properties,
  merged_from: Type.Object({ type: Type.Literal('contact'), id: Id }),
})
const ConversationContact = Type.Object({ conversation: Conversation, contact: Contact })
const PartOfConversation = model('conversation_part', { ...ConversationPart.properties, conversation: Conversation })
const SourceOfConversation = model('conversation_source', {
  ...ConversationSource.properties,
  conversation: Conversation,
})

const TOPICS: Record<string, TSchema> = {
  'admin.added_to_workspace': Admin,
  'admin.away_mode_updated': Admin,
  'admin.removed_from_workspace': Admin,
  'company.contact.attached': CompanyContact,
  'company.contact.detached': CompanyContact,
  'company.created': Company,
  'company.deleted': DeletedCompany,
  'company.updated': Company,
  'contact.archived': Contact,
  'contact.deleted': DeletedContact,
  'contact.email.updated': Contact,
  'contact.lead.added_email': Contact,
  'contact.lead.created': Contact,
  'contact.lead.signed_up': Contact,
  'contact.lead.tag.created': ContactTag,
  'contact.lead.tag.deleted': ContactTag,
  'contact.lead.updated': Contact,
  'contact.merged': MergedContact,
  'contact.subscribed': Subscription,
  'contact.unarchive': Contact,
  'contact.unsubscribed': Subscription,
  'contact.user.created': Contact,
  'contact.user.tag.created': ContactTag,
  'contact.user.tag.deleted': ContactTag,
  'contact.user.updated': Contact,
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
  'conversation.read': Conversation,
  'conversation.user.created': Conversation,
  'conversation.user.replied': Conversation,
  'conversation_part.redacted': PartOfConversation,
  'conversation_part.tag.created': PartOfConversation,
  'event.created': DataEvent,
  'visitor.signed_up': Contact,
}

export const topics = Object.keys(TOPICS)
export const isTopic = (name: string): boolean => Object.hasOwn(TOPICS, name)

/** The model of what a topic tells. What is redacted may be the source of a conversation, which is no part. */
export function modelOf(topic: string, item: { type?: unknown }): TSchema {
  const schema = TOPICS[topic]
  if (!schema) throw new Error(`${topic} is not a topic that there is`)
  return schema === PartOfConversation && item.type !== 'conversation_part' ? SourceOfConversation : schema
}
