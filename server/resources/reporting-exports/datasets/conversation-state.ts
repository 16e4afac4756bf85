import { fragment } from '../../../db/pool.ts'
import { STATE } from './known-attributes.ts'
import { attributesOf, inOrder, type Dataset } from './dataset.ts'
import {
  contactFacts,
  contactValues,
  conversationFacts,
  conversationValues,
  counted,
  ids,
  joinContact,
  ratingFacts,
} from './shared.ts'

/**
 * The periods of a conversation `t`: it begins open, and each part tells the state after it. A part that leaves the
 * state as it was begins no period.
 */
const PERIODS = fragment`
  select c.state, c.previous, c.at as started_at, lead(c.at) over (order by c.id > 0, c.at, c.id) as ended_at
  from (
    select m.*, lag(m.state) over (order by m.id > 0, m.at, m.id) as previous
    from (
      select 'open' as state, t.created_at as at, 0::bigint as id
      union all
      select p.state, p.created_at, p.id from thread_parts p
      where p.workspace_id = t.workspace_id and p.thread_id = t.id) m) c
  where c.state is distinct from c.previous`

export const conversationState: Dataset = {
  id: 'conversation_state',
  name: 'Conversation states',
  description: 'Periods in which conversations were open, snoozed or closed.',
  time: 'conversation_state_started_at',
  from: fragment`from threads t ${joinContact} cross join lateral (${PERIODS}) s`,
  workspace: fragment`t.workspace_id`,
  at: fragment`s.started_at`,
  order: fragment`t.id, s.started_at`,
  where: counted,
  attributes: inOrder(STATE, [
    ...attributesOf('standard', [
      ['conversation_state', 'Conversation state', fragment`initcap(s.state)`],
      ['previous_conversation_state', 'State before', fragment`initcap(s.previous)`],
    ]),
    ...attributesOf('timestamp', [
      ['conversation_state_started_at', 'State began at', fragment`s.started_at`],
      ['conversation_state_ended_at', 'State ended at', fragment`s.ended_at`],
      ['conversation_started_at', 'Conversation started at', fragment`t.created_at`],
    ]),
    ...ids,
    ...conversationFacts,
    ...ratingFacts,
    ...contactFacts,
  ]),
  custom: [conversationValues, contactValues],
}
