import Type from 'typebox'
import { version } from './history.ts'

/** Seconds that a call took, by their kind. */
const CALL_TIMES = ['duration', 'talk_time', 'queue_time', 'hold_time']

export default version('Preview', {
  preview: true,
  aliases: ['Unstable'],
  adds: {
    operations: [
      'PUT /teams/{}',
      'GET /teams/{}/office_hours',
      'PUT /teams/{}/office_hours',
      'GET /admins/office_hours',
      'PUT /admins/office_hours',
      'GET /admins/{}/office_hours',
      'PUT /admins/{}/office_hours',
      'GET /sla_rules',
      'GET /sla_rules/{}',
      'GET /data_connectors/{}/health',
      'GET /secure_mode_secrets',
      'POST /secure_mode_secrets',
      'DELETE /secure_mode_secrets/{}',
      'POST /companies/bulk',
      'PUT /companies/bulk',
      'POST /companies/bulk/delete',
      'GET /companies/bulk/{}',
      'PUT /conversations/{}/conversation_parts/{}',
      'POST /conversations/{}/side_conversations/{}/reply',
      'POST /procedures/{}/proactive_trigger',
      'POST /procedures/{}/collect_agent_input',
    ],
    fields: {
      admin_with_app: ['role'],
      ai_call_response: ['attributes'],
      call: CALL_TIMES,
      searched_call: CALL_TIMES,
      contact: ['formatted_phone'],
      conversation: ['ai_topics'],
      internal_article: ['tags'],
      conversation_part: ['external_reply_send_state', 'seen_state'],
    },
    query: {
      'GET /conversations': ['include_monitors', 'include_scorecards'],
      'GET /conversations/{}': [
        'include_email_history',
        'include_monitors',
        'include_scorecards',
        'include_part_types',
        'exclude_part_types',
      ],
    },
    body: {
      'POST /ai/external_pages': ['ai_sales_agent_availability'],
      'PUT /ai/external_pages/{}': ['ai_agent_availability', 'ai_copilot_availability', 'ai_sales_agent_availability'],
      'POST /fin/start': ['settings'],
      'POST /fin/reply': ['settings'],
      'POST /articles': ['parent_ids'],
      'PUT /articles/{}': ['parent_ids'],
      'PUT /conversations/{}': ['priority', 'admin_id'],
      'POST /conversations/{}/parts': ['skip_reopen'],
      'POST /conversations/{}/reply': ['skip_unsnooze'],
    },
  },
  changes: [
    {
      name: 'SendSms',
      note: 'A message may go by SMS; such a message_type was refused before.',
      operations: ['POST /messages'],
      body: {
        message_type: Type.Optional(
          Type.Enum(['in_app', 'inapp', 'conversation', 'email', 'whatsapp'], {
            description: 'The way that a message of an admin takes.',
          }),
        ),
      },
    },
    {
      name: 'FilterPartsByType',
      note: 'A conversation is shown with the parts of some types only, or without them; asking for that answered 422 before.',
      inferred: 'that a type which no part has is taken',
    },
    {
      name: 'MergeUsers',
      note: 'A user is merged into another user with the same email or phone; only leads were merged before.',
    },
    {
      name: 'TellDetailsOfMoreParts',
      note: 'Parts that tell of snoozing, tags, priorities and service levels tell what exactly was done.',
      model: 'conversation_part',
      down: (part) => {
        const { part_type } = part
        if (
          ['snoozed', 'conversation_tags_updated', 'priority_changed'].includes(part_type) ||
          part_type.startsWith('conversation_sla_')
        )
          part.event_details = {}
        return part
      },
    },
  ],
})
