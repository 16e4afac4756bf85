/** Properties of a rule in requests and in the answers of the settings, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import type { SlaRulesRow } from '../../../db/types/sla_rules.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { readText } from '../../../http/given.ts'
import { described, model, Nullable, Text } from '../../../schema/types.ts'
import { checkCondition } from '../../conversations/conditions.ts'
import type { RuleColumns } from '../queries.ts'
import { presentSlaRule, slaRuleProperties } from '../sla-rule.ts'

const YEAR = 366 * 24 * 3600

const Seconds = Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: YEAR })))
const targets = {
  first_reply_time_in_seconds: described(Seconds, 'Seconds until the first reply of a teammate; null for no target.'),
  next_reply_time_in_seconds: described(Seconds, 'Seconds until the reply to each later message; null for no target.'),
  time_to_close_in_seconds: described(Seconds, 'Seconds until the conversation is closed; null for no target.'),
  resolution_time_in_seconds: described(Seconds, 'Seconds until a ticket is resolved; null for no target.'),
  speed_of_answer_in_seconds: described(Seconds, 'Seconds until a call is answered; null for no target.'),
}
const switches = {
  pause_on_snooze: described(
    Type.Optional(Type.Boolean()),
    'True if clocks stand still while it is snoozed, or a ticket waits on the customer. True by default.',
  ),
  in_office_hours: described(
    Type.Optional(Type.Boolean()),
    'True if clocks run in the default office hours alone. True by default.',
  ),
  conditions: Type.Optional(
    Type.Unknown({
      description:
        'A query as `POST /conversations/search` takes it: the rule is applied to conversations that meet it when ' +
        'they begin or are assigned. Null for a rule that is applied by hand.',
    }),
  ),
}
const Name = described(Text(), 'The name, unique in the workspace.')

export const NewRule = Type.Object({ name: Name, ...targets, ...switches })
export const RuleChanges = Type.Object({
  name: Type.Optional(Name),
  ...targets,
  ...switches,
  archived: described(Type.Optional(Type.Boolean()), 'True takes the rule out of use, false brings it back.'),
})

export const SlaRuleSettings = model('sla_rule_settings', {
  ...slaRuleProperties,
  pause_on_snooze: described(
    Type.Boolean(),
    'True if clocks stand still while it is snoozed, or a ticket waits on the customer.',
  ),
  in_office_hours: described(Type.Boolean(), 'True if clocks run in the default office hours alone.'),
  conditions: Type.Unknown({ description: 'The query; null for a rule that is applied by hand.' }),
})

export const presentRuleSettings = (row: SlaRulesRow): Static<typeof SlaRuleSettings> => ({
  ...presentSlaRule(row),
  pause_on_snooze: row.pause_on_snooze,
  in_office_hours: row.in_office_hours,
  conditions: row.conditions,
})

const BLANK: RuleColumns = {
  name: '',
  first_reply_time: null,
  next_reply_time: null,
  time_to_close: null,
  resolution_time: null,
  speed_of_answer: null,
  pause_on_snooze: true,
  in_office_hours: true,
  conditions: null,
  archived_at: null,
}

const pick = <T>(given: T | undefined, kept: T): T => (given === undefined ? kept : given)

/** @param row the rule as it is; left out for a new one @throws 400 without any target, or for conditions that cannot be */
export function columnsOf(
  ctx: Ctx,
  body: Omit<Static<typeof RuleChanges>, 'archived'>,
  row: RuleColumns = BLANK,
): RuleColumns {
  const columns: RuleColumns = {
    name: body.name === undefined ? row.name : readText('name', body.name),
    first_reply_time: pick(body.first_reply_time_in_seconds, row.first_reply_time),
    next_reply_time: pick(body.next_reply_time_in_seconds, row.next_reply_time),
    time_to_close: pick(body.time_to_close_in_seconds, row.time_to_close),
    resolution_time: pick(body.resolution_time_in_seconds, row.resolution_time),
    speed_of_answer: pick(body.speed_of_answer_in_seconds, row.speed_of_answer),
    pause_on_snooze: body.pause_on_snooze ?? row.pause_on_snooze,
    in_office_hours: body.in_office_hours ?? row.in_office_hours,
    conditions: pick(body.conditions, row.conditions),
    archived_at: row.archived_at,
  }
  const { first_reply_time, next_reply_time, time_to_close, resolution_time, speed_of_answer } = columns
  if ([first_reply_time, next_reply_time, time_to_close, resolution_time, speed_of_answer].every((one) => one === null))
    throw parameterInvalid('A rule must have at least one target')
  checkCondition(ctx, 'conditions', columns.conditions)
  return columns
}

/** A rule that is archived again keeps its time. */
export function archivedAt(ctx: Ctx, archived: boolean | undefined, kept: Date | null): Date | null {
  if (archived === undefined) return kept
  return archived ? (kept ?? ctx.now) : null
}
