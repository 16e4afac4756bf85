import Type from 'typebox'
import { Id, model, Nullable } from '../../schema/types.ts'
import { DeliveredContact, MergedContact } from './delivered-contact.ts'

const reference = { id: Id, external_id: Nullable(Type.String()), type: Type.Literal('contact') }

const DeletedContact = model('delivered_contact_deleted', { ...reference, deleted: Type.Boolean() })
const ArchivedContact = model('delivered_contact_archived', { ...reference, archived: Type.Boolean() })

/** Webhook topics of contacts and the model of each. */
export const contactTopics = {
  'contact.archived': ArchivedContact,
  'contact.deleted': DeletedContact,
  'contact.email.updated': DeliveredContact,
  'contact.lead.added_email': DeliveredContact,
  'contact.lead.created': DeliveredContact,
  'contact.lead.signed_up': DeliveredContact,
  'contact.lead.updated': DeliveredContact,
  'contact.merged': MergedContact,
  'contact.unarchive': DeliveredContact,
  'contact.user.created': DeliveredContact,
  'contact.user.updated': DeliveredContact,
}
