/**
 * Who may not exist twice. An external_id is one contact's only. A user without one may not have
 * another user's email; users told apart by their external_ids may share an email, as leads may.
 */
import { apiError } from '../../http/errors.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'

export type Clash = Pick<ContactsRow, 'id' | 'state'>

/** @throws 409 conflict with the id in its message, or 422 for a contact that was blocked */
export function refuseClash({ id, state }: Clash): never {
  if (state === 'blocked') throw apiError(422, 'not_restorable', 'A blocked contact matches those details')
  const which = state === 'archived' ? 'An archived contact' : 'A contact'
  throw apiError(409, 'conflict', `${which} matching those details already exists with id=${id}`)
}
