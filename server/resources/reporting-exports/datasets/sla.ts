import { fragment } from '../../../db/pool.ts'
import { SLA } from './known-attributes.ts'
import { attributesOf, inOrder, seconds, type Dataset } from './dataset.ts'
import {
  contactFacts,
  contactValues,
  conversationFacts,
  conversationValues,
  counted,
  ids,
  joinContact,
} from './shared.ts'

/** When the target was missed, by the part that tells so; null where it was not. */
const MISSED_AT = fragment`coalesce(k.breached_at, case when k.outcome = 'missed' then k.settled_at end)`

/** Something that happened to the conversation at a time: its id, or the author's name. */
const partAt = (at: 'started_at' | 'settled_at') => fragment`
  from thread_parts p left join admins a on a.workspace_id = p.workspace_id and a.id = p.author_admin_id
  where p.workspace_id = k.workspace_id and p.thread_id = k.thread_id
    and p.created_at = ${at === 'started_at' ? fragment`k.started_at` : fragment`k.settled_at`}
    and p.part_type not like 'conversation_sla%'`

/** Clocks of targets: each is started once a conversation, but for the next reply, which is awaited again and again. */
export const sla: Dataset = {
  id: 'conversation_sla_status_log',
  name: 'SLAs',
  description: 'Targets of service level agreements that were met, missed or are awaited, each with its times.',
  time: 'sla_started_at',
  from: fragment`
    from sla_clocks k
    join threads t on t.workspace_id = k.workspace_id and t.id = k.thread_id
    join sla_rules r on r.workspace_id = k.workspace_id and r.id = k.rule_id
    ${joinContact}`,
  workspace: fragment`k.workspace_id`,
  at: fragment`k.started_at`,
  order: fragment`k.id`,
  // A target that ended without an event was neither met nor missed.
  where: fragment`${counted} and (k.outcome is distinct from 'ended' or k.breached_at is not null)`,
  attributes: inOrder(SLA, [
    ...attributesOf('teammate', [
      [
        'sla_attributed_to_teammate_id',
        'Teammate who met or missed it',
        fragment`(select a.name ${partAt('settled_at')} and p.author_type = 'admin' order by p.id limit 1)`,
      ],
    ]),
    ...attributesOf('standard', [
      [
        'sla_id',
        'SLA',
        fragment`case when (t.sla ->> 'rule_id')::bigint = k.rule_id then t.sla ->> 'name' else r.name end`,
      ],
      [
        'sla_triggering_action_id',
        'Action that started it (ID)',
        fragment`(select p.id::text ${partAt('started_at')} order by p.id limit 1)`,
      ],
      [
        'sla_metric_type',
        'Target',
        fragment`case k.target when 'first_reply_time' then 'First response time' when 'next_reply_time' then 'Next response time'
          when 'time_to_close' then 'Time to close' when 'resolution_time' then 'Time to resolve' else 'Speed of answer' end`,
      ],
      [
        'sla_state',
        'SLA state',
        fragment`case when k.outcome = 'canceled' then 'Canceled' when ${MISSED_AT} is not null then 'Missed'
          when k.outcome = 'hit' then 'Hit' when k.paused_at is not null then 'Paused' else 'Active' end`,
      ],
    ]),
    ...attributesOf('timestamp', [
      ['sla_started_at', 'Started at', fragment`k.started_at`],
      ['sla_hit_at', 'Hit at', fragment`case when k.outcome = 'hit' then k.settled_at end`],
      ['sla_missed_at', 'Missed at', MISSED_AT],
    ]),
    ...attributesOf('duration', [
      [
        'sla_time_to_response_after_miss',
        'Time to response after the miss',
        seconds(
          fragment`least(k.due_at, k.settled_at)`,
          fragment`case when k.outcome = 'missed' then k.settled_at end`,
        ),
      ],
    ]),
    ...ids,
    ...conversationFacts,
    ...contactFacts,
  ]),
  custom: [conversationValues, contactValues],
}
