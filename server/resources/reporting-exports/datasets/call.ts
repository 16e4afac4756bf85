import { fragment } from '../../../db/pool.ts'
import { adminName, attributesOf, seconds, type Attribute, type Dataset } from './dataset.ts'

const TALKED = seconds(fragment`k.answered_at`, fragment`k.ended_at`)
const LASTED = seconds(
  fragment`case k.direction when 'inbound' then k.initiated_at else k.answered_at end`,
  fragment`k.ended_at`,
)

export const callFacts: Attribute[] = [
  ...attributesOf('call', [
    ['call_id', 'Call ID', fragment`k.id::text`],
    ['call_direction', 'Direction', fragment`initcap(k.direction)`],
    [
      'call_state',
      'State',
      fragment`case when k.answered_at is not null then 'Answered' when k.state <> 'completed' then 'Ringing'
        when k.direction = 'inbound' then 'Abandoned in queue' else 'Missed' end`,
    ],
    ['call_ended_reason', 'Reason of the end', fragment`k.ended_reason`],
    ['call_phone', 'Phone number', fragment`k.phone`],
    ['call_answer_time', 'Time to answer', seconds(fragment`k.initiated_at`, fragment`k.answered_at`)],
    ['call_queue_time', 'Time in the queue', fragment`k.queue_time`],
    ['call_hold_time', 'Time on hold', fragment`k.hold_time`],
    [
      'call_talk_time',
      'Talk time',
      fragment`case when ${TALKED} is not null then greatest(0, ${TALKED} - coalesce(k.hold_time, 0)) end`,
    ],
    ['call_duration', 'Duration', LASTED],
  ]),
  ...attributesOf('timestamp', [
    ['call_initiated_at', 'Initiated at', fragment`k.initiated_at`],
    ['call_answered_at', 'Answered at', fragment`k.answered_at`],
    ['call_ended_at', 'Ended at', fragment`k.ended_at`],
  ]),
  ...attributesOf('teammate', [
    ['call_teammate_id', 'Teammate', adminName(fragment`k.workspace_id`, fragment`k.admin_id`)],
    ['call_teammate_raw_id', 'Teammate (ID)', fragment`k.admin_id::text`],
  ]),
]

export const callContact: Attribute[] = attributesOf('people', [
  ['customer_name', 'Name of the contact', fragment`u.name`],
  ['user_id', 'Contact ID', fragment`u.id`],
])

export const callConversation: Attribute[] = attributesOf('standard', [
  ['conversation_id', 'Conversation ID', fragment`k.conversation_id::text`],
])

export const call: Dataset = {
  id: 'call',
  name: 'Calls',
  description: 'Phone calls, with their teammates and durations.',
  time: 'call_initiated_at',
  from: fragment`
    from calls k left join contacts u on u.workspace_id = k.workspace_id and u.id = k.contact_id`,
  workspace: fragment`k.workspace_id`,
  at: fragment`k.initiated_at`,
  order: fragment`k.id`,
  where: fragment`true`,
  attributes: [...callFacts, ...callConversation, ...callContact],
  custom: [],
}
