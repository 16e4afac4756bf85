/** The service level agreement of a conversation on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, model, Nullable } from '../../schema/types.ts'
import type { ConversationRow } from './row.ts'

export const SlaApplied = model('conversation_sla_summary', {
  type: Type.Literal('conversation_sla_summary'),
  sla_name: described(Type.String(), 'The name of the rule when it was applied.'),
  sla_status: described(
    Nullable(Type.Enum(['hit', 'missed', 'active'])),
    '`missed` for good once a teammate replied or closed too late, else `hit` once one was in time, else `active`; ' +
      'null for good once a rule was removed by hand.',
  ),
})

export function presentSla({ sla, sla_status }: ConversationRow): Static<typeof SlaApplied> | null {
  if (!sla) return null
  return {
    type: 'conversation_sla_summary',
    sla_name: sla.name,
    sla_status: sla_status === 'canceled' ? null : (sla_status ?? 'active'),
  }
}
