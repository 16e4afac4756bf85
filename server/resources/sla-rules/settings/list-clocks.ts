import Type from 'typebox'
import { fromUnix, unix } from '../../../clock.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdOf, list, model, Nullable, TimeInput, Timestamp } from '../../../schema/types.ts'
import { listOpenClocks, type ClockRow } from '../../../threads/sla/clock-queries.ts'
import { getConversation } from '../../conversations/queries.ts'
import { TARGETS } from '../../../threads/sla/sla.ts'

const MOST = 100

const SlaClock = model('sla_clock', {
  type: Type.Literal('sla_clock'),
  id: IdOf('clock'),
  conversation_id: described(Type.String(), 'The conversation or the ticket in which it runs.'),
  sla_rule_id: described(Type.String(), 'The rule that started it.'),
  target: described(Type.Enum([...TARGETS]), 'The target that it measures.'),
  started_at: described(Timestamp, 'When it started.'),
  due_at: described(Nullable(Timestamp), 'When it is due; null while it is paused, and if office hours end before.'),
  paused_at: described(Nullable(Timestamp), 'Since when it is paused; null while it runs.'),
  seconds_remaining: described(Nullable(Type.Integer()), 'Seconds that a paused clock has left; null while it runs.'),
  breached_at: described(Nullable(Timestamp), 'When it was found to have run out; null before.'),
})

const present = (row: ClockRow) => ({
  type: 'sla_clock' as const,
  id: String(row.id),
  conversation_id: String(row.thread_id),
  sla_rule_id: String(row.rule_id),
  target: row.target,
  started_at: unix(row.started_at),
  due_at: unix(row.due_at),
  paused_at: unix(row.paused_at),
  seconds_remaining: row.remaining_seconds,
  breached_at: unix(row.breached_at),
})

export const listClocks = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/sla_clocks',
  group: 'SLA rules',
  summary: 'List open clocks by the time at which they are due',
  description: `The next ${MOST} that a reply, a close or a resolution has not settled yet.`,
  query: Type.Object({
    conversation_id: described(Type.Optional(Type.String()), 'Clocks of this conversation or ticket only.'),
    due_before: described(Type.Optional(TimeInput), 'Clocks that are due until this time only.'),
  }),
  reply: list(SlaClock),
  answer: 'Open clocks, the one that is due first at the top.',
  refusals: { 404: 'The conversation does not exist.' },
  handle: async ({ db, workspaceId }, { query: { conversation_id, due_before } }) => {
    const conversation = conversation_id === undefined ? null : await getConversation(db, workspaceId, conversation_id)
    const dueBefore = due_before === undefined ? null : fromUnix(due_before)
    const rows = await listOpenClocks(db, workspaceId, { threadId: conversation?.id ?? null, dueBefore }, MOST)
    return { type: 'list' as const, data: rows.map(present) }
  },
})
