/** The SQL of subscription types, and of what contacts chose of them. */
import type { Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { SubscriptionTypesRow } from '../../db/types/subscription_types.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { Consent } from './subscription-type.ts'

export const listSubscriptionTypes = (db: Db, workspaceId: number): Promise<SubscriptionTypesRow[]> =>
  db<SubscriptionTypesRow[]>`select * from subscription_types where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getSubscriptionType(
  db: Db,
  workspaceId: number,
  id: string | number,
): Promise<SubscriptionTypesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<SubscriptionTypesRow[]>`
          select * from subscription_types where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** Subscription types that a contact opted into or out of, in the order of its choices. */
export const listChosenTypes = (db: Db, workspaceId: number, contactId: string): Promise<SubscriptionTypesRow[]> =>
  db<SubscriptionTypesRow[]>`
    select t.* from contact_subscriptions s
    join subscription_types t on t.workspace_id = s.workspace_id and t.id = s.subscription_type_id
    where s.workspace_id = ${workspaceId} and s.contact_id = ${contactId}
    order by s.created_at, t.id`

/** The contact's choice for a type, as its own lists say. */
export function choiceOf(contact: ContactsRow, typeId: number): Consent | undefined {
  if (contact.opted_in_subscription_type_ids.includes(typeId)) return 'opt_in'
  return contact.opted_out_subscription_type_ids.includes(typeId) ? 'opt_out' : undefined
}

/** @returns the contact as it is now */
export async function upsertChoice(
  db: Db,
  workspaceId: number,
  contactId: string,
  typeId: number,
  consent: Consent,
  now: Date,
): Promise<ContactsRow> {
  await db`
    insert into contact_subscriptions (workspace_id, contact_id, subscription_type_id, consent_type, created_at)
    values (${workspaceId}, ${contactId}, ${typeId}, ${consent}, ${now})
    on conflict (workspace_id, contact_id, subscription_type_id)
    do update set consent_type = excluded.consent_type, created_at = excluded.created_at`
  return updateChoices(db, workspaceId, contactId)
}

/** @returns the contact as it is now */
export async function deleteChoice(
  db: Db,
  workspaceId: number,
  contactId: string,
  typeId: number,
): Promise<ContactsRow> {
  await db`
    delete from contact_subscriptions
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and subscription_type_id = ${typeId}`
  return updateChoices(db, workspaceId, contactId)
}

/** Brings the lists on the contact in step with what it chose. */
async function updateChoices(db: Db, workspaceId: number, contactId: string): Promise<ContactsRow> {
  const chosen = (consent: Consent) => db`array(
    select subscription_type_id from contact_subscriptions
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and consent_type = ${consent}
    order by created_at, subscription_type_id)`
  const [row] = await db<[ContactsRow]>`
    update contacts set
      opted_in_subscription_type_ids = ${chosen('opt_in')},
      opted_out_subscription_type_ids = ${chosen('opt_out')}
    where workspace_id = ${workspaceId} and id = ${contactId} returning *`
  return row
}
