import { fragment } from '../../../db/pool.ts'
import { adminName, attributesOf, type Dataset } from './dataset.ts'
import { contactFacts, conversationFacts, counted, ids, joinContact } from './shared.ts'

/** `assign_and_reopen` reads "Assign and reopen". */
const WORDS = fragment`upper(left(p.part_type, 1)) || replace(substr(p.part_type, 2), '_', ' ')`

export const conversationPart: Dataset = {
  id: 'consolidated_conversation_part',
  name: 'Conversation actions',
  description: 'Everything that happened in conversations: messages, notes, assignments and changes of state.',
  time: 'action_time',
  from: fragment`
    from thread_parts p join threads t on t.workspace_id = p.workspace_id and t.id = p.thread_id ${joinContact}`,
  workspace: fragment`p.workspace_id`,
  at: fragment`p.created_at`,
  order: fragment`p.id`,
  where: counted,
  attributes: [
    ...attributesOf('standard', [
      ['action_id', 'Action ID', fragment`p.id::text`],
      ['action_type', 'Action type', WORDS],
      [
        'action_performed_by',
        'Action performed by',
        fragment`case when p.author_type in ('user', 'lead') then 'Customer' when p.author_type = 'bot' then 'Bot'
          else 'Teammate' end`,
      ],
    ]),
    ...attributesOf('timestamp', [['action_time', 'Action time', fragment`p.created_at`]]),
    ...attributesOf('teammate', [
      ['action_teammate_id', 'Teammate who acted', adminName(fragment`p.workspace_id`, fragment`p.author_admin_id`)],
      ['action_teammate_raw_id', 'Teammate who acted (ID)', fragment`p.author_admin_id::text`],
    ]),
    ...attributesOf('people', [['action_user_id', 'Contact who acted (ID)', fragment`p.author_contact_id`]]),
    ...ids,
    ...attributesOf('timestamp', [['conversation_started_at', 'Conversation started at', fragment`t.created_at`]]),
    ...conversationFacts,
    ...contactFacts,
  ],
  custom: [],
}
