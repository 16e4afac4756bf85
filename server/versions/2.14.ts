import Type from 'typebox'
import { Recipient } from '../schema/recipient.ts'
import { version } from './history.ts'
import { described } from '../schema/types.ts'

export default version('2.14', {
  adds: {
    operations: [
      'GET /calls',
      'GET /calls/{}',
      'GET /calls/{}/recording',
      'GET /calls/{}/transcript',
      'POST /calls/search',
    ],
    planned: [
      'GET /away_status_reasons',
      'POST /export/reporting_data/enqueue',
      'GET /export/reporting_data/{}',
      'GET /export/reporting_data/get_datasets',
      'GET /download/reporting_data/{}',
      'POST /fin/start',
      'POST /fin/reply',
      'POST /fin/csat',
      'GET /jobs/status/{}',
      'POST /tickets/enqueue',
      'GET /ip_allowlist',
      'PUT /ip_allowlist',
      'POST /fin/capabilities',
      'POST /fin/ask',
      'POST /fin/procedures/{}/run',
      'POST /fin/escalate',
    ],
    fields: {
      conversation_part_author: ['from_ai_agent', 'is_ai_answer'],
      conversation_rating: ['updated_at'],
      team: ['assignment_limit'],
    },
    body: {
      'PUT /admins/{}/away': ['away_status_reason_id'],
      'POST /messages': ['cc', 'bcc'],
      'PUT /conversations/{}': ['company_id'],
      'POST /conversations/{}/reply': ['reply_options'],
    },
    query: { 'GET /conversations/{}': ['include_translations'] },
  },
  changes: [
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
