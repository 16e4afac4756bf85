/** The SQL of what ends a contact, or takes it out of sight. */
import type { Db } from '../../db/pool.ts'
import { fragment } from '../../db/pool.ts'
import { separated } from '../../search/combine.ts'
import { deleteDataEvents } from '../data-events/move-queries.ts'
import { deleteBannerViewsOf } from '../banners/queries.ts'
import { deleteStreamTokens } from '../conversation-streams/queries.ts'
import { deleteMessagesOf } from '../messages/move-queries.ts'
import { BLANK } from './new-contact.ts'

/** The companies of contacts: held before the contacts themselves, as whoever attaches and detaches does. */
export const lockCompaniesOf = async (db: Db, workspaceId: number, contactIds: string[]): Promise<void> =>
  void (await db`
    select from companies
    where workspace_id = ${workspaceId} and id in (
      select company_id from contact_companies where workspace_id = ${workspaceId} and contact_id = any(${contactIds}))
    order by id for update`)

/** Links of a contact. Its companies have lost it before (`countContact`) where lists showed it. */
export async function deleteLinks(db: Db, workspaceId: number, id: string): Promise<void> {
  const mine = fragment`where workspace_id = ${workspaceId} and contact_id = ${id}`
  await Promise.all([
    db`delete from contact_companies ${mine}`,
    db`delete from contact_tags ${mine}`,
    db`delete from contact_subscriptions ${mine}`,
    db`delete from contact_granted_companies ${mine}`,
    db`delete from notes ${mine}`,
    db`delete from phone_switches ${mine}`,
    db`
      with numbers as (
        delete from fin_voice_calls where workspace_id = ${workspaceId} and call_id in (select id from calls ${mine}))
      update calls set contact_id = null, phone = null ${mine}`,
    deleteDataEvents(db, workspaceId, id),
    deleteMessagesOf(db, workspaceId, id),
    deleteBannerViewsOf(db, workspaceId, id),
    deleteStreamTokens(db, workspaceId, id),
    // Removes the redirects of merged contacts to this one by external_id.
    db`update contact_merges set from_external_id = null where workspace_id = ${workspaceId} and into_id = ${id}`,
  ])
}

const PERSONAL = Object.keys(BLANK).filter((column) => column !== 'state' && column !== 'listed')
const FORGOTTEN = separated(
  PERSONAL.map((column) => fragment`${fragment(column)} = default`),
  fragment`,`,
)

/** Leaves of a contact that it was there, for what refers to it, and nothing about who it was. */
export const forgetContact = async (
  db: Db,
  workspaceId: number,
  id: string,
  state: 'deleted' | 'merged',
  now: Date,
): Promise<void> =>
  void (await db`
    update contacts set ${FORGOTTEN}, state = ${state}, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`)

/** Open conversations of a contact without other participants. */
export async function listOwnOpenConversations(db: Db, workspaceId: number, contactId: string): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    select id from threads
    where workspace_id = ${workspaceId} and listed and state <> 'closed' and contact_ids = array[${contactId}::text]
      and id in (
        select thread_id from thread_contacts where workspace_id = ${workspaceId} and contact_id = ${contactId})
    order by id`
  return rows.map(({ id }) => id)
}
