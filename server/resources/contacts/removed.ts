/** The short form of a contact on the wire after it was archived, deleted or unarchived. */
import Type from 'typebox'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { Id, model, Nullable } from '../../schema/types.ts'

const reference = {
  type: Type.Literal('contact'),
  id: Id,
  external_id: Nullable(Type.String()),
}

export const ContactDeleted = model('contact_deleted', { ...reference, deleted: Type.Boolean() })
export const ContactArchived = model('contact_archived', { ...reference, archived: Type.Boolean() })
export const ContactUnarchived = model('contact_unarchived', { ...reference, archived: Type.Boolean() })
export const ContactBlocked = model('contact_blocked', { ...reference, blocked: Type.Boolean() })

export const presentReference = ({ id, external_id }: ContactsRow) => ({ type: 'contact' as const, id, external_id })
