/** The SLA rule on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { SlaRulesRow } from '../../db/types/sla_rules.ts'
import { CreatedAt, described, IdOf, model, Nullable, Timestamp, UpdatedAt } from '../../schema/types.ts'

const seconds = (what: string) =>
  described(Nullable(Type.Integer()), `Seconds within which ${what}; null without this target.`)

export const slaRuleProperties = {
  type: Type.Literal('sla_rule'),
  id: IdOf('rule'),
  name: described(Type.String(), 'The name, unique in the workspace.'),
  created_at: CreatedAt('rule'),
  updated_at: UpdatedAt('rule'),
  archived: described(Type.Boolean(), 'True if the rule is applied no more.'),
  archived_at: described(Nullable(Timestamp), 'When the rule was archived; null if it is not.'),
  first_reply_time_in_seconds: seconds('a teammate first replies'),
  next_reply_time_in_seconds: seconds('a teammate replies to each later message'),
  time_to_close_in_seconds: seconds('the conversation is closed'),
  resolution_time_in_seconds: seconds('the ticket is resolved'),
  speed_of_answer_in_seconds: seconds('a call is answered'),
}

export const SlaRule = model('sla_rule', slaRuleProperties)

export const presentSlaRule = (row: SlaRulesRow): Static<typeof SlaRule> => ({
  type: 'sla_rule',
  id: String(row.id),
  name: row.name,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  archived: row.archived_at !== null,
  archived_at: unix(row.archived_at),
  first_reply_time_in_seconds: row.first_reply_time,
  next_reply_time_in_seconds: row.next_reply_time,
  time_to_close_in_seconds: row.time_to_close,
  resolution_time_in_seconds: row.resolution_time,
  speed_of_answer_in_seconds: row.speed_of_answer,
})
