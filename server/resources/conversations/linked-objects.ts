/** Linked tickets and conversations of a thread, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { fragment } from '../../db/pool.ts'
import { described, Id, model, Nullable } from '../../schema/types.ts'
import { CATEGORIES, type Category } from '../ticket-types/ticket-type.ts'

/** The API shows no more links of one thread. */
const SHOWN = 1000

export const LinkedObjects = model('linked_object_list', {
  type: Type.Literal('list'),
  data: Type.Array(
    model('linked_object', {
      type: described(Type.Enum(['ticket', 'conversation']), '`ticket`, or `conversation` for one that is no ticket.'),
      id: described(Id, 'The id of the ticket or the conversation.'),
      category: described(Nullable(Type.Enum([...CATEGORIES])), 'The category of the ticket; null for a conversation.'),
    }),
    { description: `At most ${SHOWN}, the oldest links first.` },
  ),
  total_count: described(Type.Integer(), 'The number of tickets and conversations that are linked.'),
  has_more: Type.Boolean({ description: 'True if more are linked than are shown.' }),
})

export interface LinkedRow {
  link_count: number
  /** Null where there are none. */
  links: { id: string; category: Category | null }[] | null
}

/** A column of `threads`, unaliased. Most threads have no links, and say so themselves. */
export const linksColumn = fragment`
  case when threads.link_count = 0 then null else (
    select json_agg(json_build_object('id', linked.id::text, 'category', linked.category)
      order by linked.created_at, linked.id)
    from (
      select other.id, type.category, link.created_at from thread_links link
      join threads other on other.workspace_id = link.workspace_id and other.deleted_at is null
        and other.id = case when link.ticket_id = threads.id then link.thread_id else link.ticket_id end
      left join ticket_types type on type.workspace_id = other.workspace_id and type.id = other.ticket_type_id
      where link.workspace_id = threads.workspace_id and threads.id in (link.ticket_id, link.thread_id)
      order by link.created_at, other.id limit ${SHOWN}) linked) end as links`

export function presentLinks({ links, link_count }: LinkedRow): Static<typeof LinkedObjects> {
  const shown = links ?? []
  const total = shown.length < SHOWN ? shown.length : Math.max(shown.length, link_count)
  return {
    type: 'list',
    data: shown.map(({ id, category }) => ({ type: category === null ? 'conversation' : 'ticket', id, category })),
    total_count: total,
    has_more: total > shown.length,
  }
}
