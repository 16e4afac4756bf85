import Type from 'typebox'
import { Id, model, Nullable } from '../../schema/types.ts'
import { Contact } from './contact.ts'

const DeletedContact = model('contact_gone', {
  type: Type.Literal('contact'),
  external_id: Nullable(Type.String()),
  id: Id,
  deleted: Type.Boolean(),
})
const MergedContact = model('contact', {
  ...Contact.properties,
  merged_from: Type.Object({ type: Type.Literal('contact'), id: Id }),
})

/** Webhook topics of contacts and the model of each. */
export const contactTopics = {
  'contact.archived': Contact,
  'contact.deleted': DeletedContact,
  'contact.email.updated': Contact,
  'contact.lead.added_email': Contact,
  'contact.lead.created': Contact,
  'contact.lead.signed_up': Contact,
  'contact.lead.updated': Contact,
  'contact.merged': MergedContact,
  'contact.unarchive': Contact,
  'contact.user.created': Contact,
  'contact.user.updated': Contact,
}
