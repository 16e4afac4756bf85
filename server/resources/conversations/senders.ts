/**
 * The contacts that a request names by one of their identifiers, as those who write to a
 * conversation or are added to it.
 */
import Type from 'typebox'
import type { Static } from 'typebox'
import { fragment, type Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { described, IdInput, Nullable, Text } from '../../schema/types.ts'
import { isHexId } from '../../ids.ts'

export const identifiers = {
  intercom_user_id: described(Type.Optional(Nullable(IdInput)), 'The `id` of a contact.'),
  user_id: described(Type.Optional(Nullable(IdInput)), 'The `external_id` of a contact.'),
  email: described(Type.Optional(Nullable(Text())), 'The email address of a contact.'),
}
const Identifiers = Type.Object(identifiers)
export type Identifiers = Static<typeof Identifiers>

/** More contacts than this are not told apart by one email. */
const MANY = 100

/**
 * All that the identifiers fit, users before leads and whoever wrote last before others: an email
 * may be several contacts'. Without an identifier nobody.
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
  if (given(intercom_user_id)) {
    const id = String(intercom_user_id)
    return isHexId(id) ? fragment`id = ${id}` : undefined
  }
  if (given(user_id)) return fragment`external_id = ${String(user_id)}`
  return given(email) ? fragment`lower(email) = lower(${email}) and email is not null` : undefined
}

export const given = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null
