/** The short form of a contact on the wire after it was archived, deleted or unarchived. */
import Type from 'typebox'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { described, IdOf, model, Nullable } from '../../schema/types.ts'

const reference = {
  type: Type.Literal('contact'),
  id: IdOf('contact'),
  external_id: described(
    Nullable(Type.String()),
    'The id that the contact has in your own system; null if none was given.',
  ),
}

export const ContactDeleted = model('contact_deleted', {
  ...reference,
  deleted: described(Type.Boolean(), 'True: the contact is deleted.'),
})
export const ContactArchived = model('contact_archived', {
  ...reference,
  archived: described(Type.Boolean(), 'True: the contact is archived.'),
})
export const ContactUnarchived = model('contact_unarchived', {
  ...reference,
  archived: described(Type.Boolean(), 'False: the contact is no longer archived.'),
})
export const ContactBlocked = model('contact_blocked', {
  ...reference,
  blocked: described(Type.Boolean(), 'True: the contact is blocked.'),
})

export const presentReference = ({ id, external_id }: ContactsRow) => ({ id, external_id, type: 'contact' as const })
