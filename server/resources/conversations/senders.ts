/**
 * The contacts that a request names by one of their identifiers, as those who write to a
 * conversation or are added to it.
 */
import Type from 'typebox'
import type { Static } from 'typebox'
import { fragment, type Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { apiError } from '../../http/errors.ts'
import { described, IdInput, Text } from '../../schema/types.ts'
import { isHexId } from '../../ids.ts'

export const identifiers = {
  intercom_user_id: described(Type.Optional(IdInput), 'The `id` of a contact.'),
  user_id: described(Type.Optional(IdInput), 'The `external_id` of a contact.'),
  email: described(Type.Optional(Text()), 'The email address of a contact.'),
}
const Identifiers = Type.Object(identifiers)
export type Identifiers = Static<typeof Identifiers>

/** More contacts than this are not told apart by one email. */
const MANY = 100

/**
 * All that the identifiers fit, users before leads and whoever wrote last before others: an email
 * may be several contacts'.
 * @throws 400 parameter_not_found where there is no identifier
 */
export async function findContactsBy(db: Db, workspaceId: number, by: Identifiers): Promise<ContactsRow[]> {
  const condition = conditionOf(by)
  return condition === undefined
    ? []
    : db<ContactsRow[]>`
        select * from contacts
        where workspace_id = ${workspaceId} and state in ('active', 'archived') and ${condition}
        order by role = 'user' desc, last_replied_at desc nulls last, created_at
        limit ${MANY}`
}

function conditionOf({ intercom_user_id, user_id, email }: Identifiers) {
  if (intercom_user_id !== undefined) {
    const id = String(intercom_user_id)
    return isHexId(id) ? fragment`id = ${id}` : undefined
  }
  if (user_id !== undefined) return fragment`external_id = ${String(user_id)}`
  if (email !== undefined) return fragment`lower(email) = lower(${email}) and email is not null`
  throw apiError(400, 'parameter_not_found', 'intercom_user_id, user_id or email is a required parameter')
}
