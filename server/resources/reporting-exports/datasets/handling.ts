import { fragment } from '../../../db/pool.ts'
import { HANDLING } from './known-attributes.ts'
import { adminName, attributesOf, inOrder, type Dataset } from './dataset.ts'
import { contactFacts, conversationFacts, conversationValues, counted, ids, joinContact } from './shared.ts'

/** The admin that a part assigns a conversation to; 0 takes it from everybody, null leaves it. */
const ASSIGNED = fragment`
  case when p.assigned_to_type = 'admin' then p.assigned_to_id
    when p.assigned_to_type in ('nobody_admin', 'team') or p.part_type = 'away_mode_assignment' then 0 end`

/**
 * The seconds that each admin had a conversation `t` while it was open, up to its last close: an open conversation is
 * counted once it is closed.
 */
const HANDLED = fragment`
  select h.admin_id,
    sum(floor(extract(epoch from h.ended_at)) - floor(extract(epoch from h.started_at)))::bigint as seconds
  from (
    select n.state, n.created_at as started_at,
      first_value(n.assigned) over (partition by n.turn order by n.created_at, n.id) as admin_id,
      lead(n.created_at) over (order by n.created_at, n.id) as ended_at
    from (
      select a.*, count(a.assigned) over (order by a.created_at, a.id) as turn
      from (
        select p.state, p.created_at, p.id, ${ASSIGNED} as assigned from thread_parts p
        where p.workspace_id = t.workspace_id and p.thread_id = t.id) a) n) h
  where h.admin_id > 0 and h.state = 'open' and h.ended_at <= t.last_close_at
  group by h.admin_id`

export const handling: Dataset = {
  id: 'teammate_handling_conversation',
  name: 'Handling of conversations',
  description: 'The time that each teammate had a conversation while it was open.',
  time: 'conversation_started_at',
  from: fragment`from threads t ${joinContact} cross join lateral (${HANDLED}) h`,
  workspace: fragment`t.workspace_id`,
  at: fragment`t.created_at`,
  order: fragment`t.id, h.admin_id`,
  where: counted,
  attributes: inOrder(HANDLING, [
    ...attributesOf('teammate', [
      ['handling_teammate_id', 'Teammate', adminName(fragment`t.workspace_id`, fragment`h.admin_id`)],
      ['handling_teammate_raw_id', 'Teammate (ID)', fragment`h.admin_id::text`],
    ]),
    ...attributesOf('duration', [['teammate_handling_time', 'Handling time', fragment`h.seconds`]]),
    ...attributesOf('timestamp', [['conversation_started_at', 'Conversation started at', fragment`t.created_at`]]),
    ...ids,
    ...conversationFacts,
    ...contactFacts,
  ]),
  custom: [conversationValues],
}
