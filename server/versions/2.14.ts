import Type from 'typebox'
import { IdInput } from '../schema/types.ts'
import { Recipient } from '../schema/recipient.ts'
import { version } from './history.ts'
import { described } from '../schema/types.ts'

export default version('2.14', {
  adds: {
    operations: [
      'GET /ip_allowlist',
      'PUT /ip_allowlist',
      'GET /away_status_reasons',
      'GET /jobs/status/{}',
      'POST /tickets/enqueue',
      'GET /calls',
      'GET /calls/{}',
      'GET /calls/{}/recording',
      'GET /calls/{}/transcript',
      'POST /calls/search',
      'POST /export/reporting_data/enqueue',
      'GET /export/reporting_data/{}',
      'GET /export/reporting_data/get_datasets',
      'GET /download/reporting_data/{}',
      'POST /fin/start',
      'POST /fin/reply',
      'POST /fin/csat',
      'POST /fin/capabilities',
      'POST /fin/ask',
      'POST /fin/procedures/{}/run',
      'POST /fin/escalate',
    ],
    fields: {
      ai_agent: ['created_at', 'updated_at'],
      conversation_part_author: ['from_ai_agent', 'is_ai_answer'],
      conversation_rating: ['updated_at'],
      team: ['assignment_limit'],
      ticket_part: ['updated_attribute_data'],
    },
    body: {
      'PUT /admins/{}/away': ['away_status_reason_id'],
      'POST /messages': ['cc', 'bcc'],
      'PUT /conversations/{}': ['company_id'],
      'POST /conversations/{}/reply': ['reply_options'],
      'POST /tickets': ['conversation_to_link_id', 'assignment'],
      'PUT /tickets/{}': ['admin_id', 'assignee_id'],
    },
    query: { 'GET /conversations/{}': ['include_translations'] },
  },
  changes: [
    {
      name: 'SplitAssignmentLimitTypes',
      note: 'A change of the limit of conversations of an admin has a type of its own in activity logs.',
      model: 'activity_log',
      down: (log) => {
        if (log.activity_type === 'admin_conversation_assignment_limit_change')
          log.activity_type = 'admin_assignment_limit_change'
        return log
      },
    },
    {
      name: 'AssignTicketsAtTop',
      note: 'A ticket is assigned by `admin_id` and `assignee_id` of the body, which stood in `assignment` before.',
      operations: ['PUT /tickets/{}'],
      gone: ['assignment'],
      body: {
        assignment: described(
          Type.Optional(
            Type.Object({
              admin_id: described(
                Type.Optional(IdInput),
                'The id of the admin who makes the changes; the bot does by default.',
              ),
              assignee_id: described(
                Type.Optional(IdInput),
                'The id of the admin or the team to assign; 0 for nobody.',
              ),
            }),
          ),
          'The new assignee, and who assigns it.',
        ),
      },
      up: ({ assignment, ...body }) => ({ ...body, ...assignment }),
    },
    {
      name: 'AddressSeveralContacts',
      note: 'A message goes to several contacts, openly or as copies; to was one contact before.',
      operations: ['POST /messages'],
      body: { to: Type.Optional(Recipient) },
    },
    {
      name: 'OfferQuickReplies',
      note: 'A reply may offer quick replies, or be the choice of one; such a message_type was refused before.',
      operations: ['POST /conversations/{}/reply'],
      body: {
        message_type: described(
          Type.Enum(['comment', 'note', 'close', 'open', 'snoozed', 'assignment']),
          'A message, a note among admins, or a change of state or assignment.',
        ),
      },
    },
  ],
})
