/** The SQL of conversations: how they are read. Writes are in threads/queries.ts. */
import { fragment, type Db } from '../../db/pool.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { linksColumn } from './linked-objects.ts'
import type { ConversationRow } from './row.ts'
import { ticketColumn } from './ticket-of-conversation.ts'

/** Columns of the table `threads`, without an alias, as searches name them. */
export const columns = fragment`
  threads.*,
  -- Most are about nobody but who began them, who is at hand, and have neither tags nor teams.
  case when threads.contact_ids = array[author.id] then null else coalesce((
      select json_agg(json_build_object('id', c.id, 'external_id', c.external_id)
        order by array_position(threads.contact_ids, c.id))
      from contacts c where c.workspace_id = threads.workspace_id and c.id = any(threads.contact_ids)), '[]')
    end as contacts,
  case when threads.tag_ids = '{}' then null else (
    select json_agg(json_build_object('id', t.id, 'name', t.name, 'applied_at', extract(epoch from tt.applied_at)::bigint,
      'applied_by', tt.applied_by) order by array_position(threads.tag_ids, t.id))
    from thread_tags tt join tags t on t.workspace_id = tt.workspace_id and t.id = tt.tag_id
    where tt.workspace_id = threads.workspace_id and tt.thread_id = threads.id) end as tags,
  author.external_id as source_author_external_id,
  coalesce(author.name, sender.name) as source_author_name,
  coalesce(author.email, sender.email) as source_author_email,
  case when threads.rating_contact_id is null then null else (
    select c.external_id from contacts c
    where c.workspace_id = threads.workspace_id and c.id = threads.rating_contact_id) end as rating_contact_external_id,
  case when threads.team_response_times = '[]' then null else (
    -- Each team is looked up: PostgreSQL expects a hundred of them, and would read all teams first.
    select json_agg(json_build_object('team_id', r.team_id, 'response_time', r.response_time, 'office_response_time',
      coalesce(r.office_response_time, r.response_time), 'team_name', (
      select t.name from teams t where t.workspace_id = threads.workspace_id and t.id = r.team_id)))
    from jsonb_to_recordset(threads.team_response_times)
      as r (team_id bigint, response_time integer, office_response_time integer)
    -- A team that has not responded yet is only awaited.
    where r.response_time is not null) end as team_responses,
  ${ticketColumn},
  ${linksColumn}`

export const joins = fragment`
  left join contacts author on author.workspace_id = threads.workspace_id and author.id = threads.source_contact_id
  left join admins sender on sender.workspace_id = threads.workspace_id and sender.id = threads.source_admin_id`

/** Every kind that is read whole, by a condition on its row. */
const SHOWN = {
  conversation: fragment`threads.listed`,
  side_conversation: fragment`threads.kind = 'side_conversation'`,
}

/** The number of a conversation that is there. @throws 404 not_found */
export async function getConversationId(db: Db, workspaceId: number, id: string): Promise<number> {
  const number = numberId(id)
  const rows =
    number === undefined
      ? []
      : await db`select from threads where workspace_id = ${workspaceId} and id = ${number} and listed`
  if (number === undefined || rows.length === 0) throw notFound('conversation')
  return number
}

/** @throws 404 not_found */
export async function getConversation(
  db: Db,
  workspaceId: number,
  id: string | number,
  kind: 'conversation' | 'side_conversation' = 'conversation',
): Promise<ConversationRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ConversationRow[]>`
          select ${columns} from threads ${joins}
          where threads.workspace_id = ${workspaceId} and threads.id = ${number} and ${SHOWN[kind]}`
  if (!row) throw notFound('conversation')
  return row
}
