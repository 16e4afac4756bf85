import Type from 'typebox'
import { described, Nullable } from '../schema/types.ts'
import { version } from './history.ts'

const STATISTIC_TIMES = [
  'first_contact_reply_at',
  'first_assignment_at',
  'first_admin_reply_at',
  'first_close_at',
  'last_assignment_at',
  'last_assignment_admin_reply_at',
  'last_contact_reply_at',
  'last_admin_reply_at',
  'last_close_at',
]
/** Outcomes of the AI agent, and their names before. */
const OLDER_STATES: Record<string, string> = {
  escalated: 'routed_to_team',
  negative_feedback: 'abandoned',
  procedure_handoff: 'routed_to_team',
}

const OF_CONVERSATIONS = ['conversation.*', 'conversation_part.*']

export default version('2.15', {
  adds: {
    operations: [
      'GET /companies/{}/notes',
      'GET /brands',
      'GET /brands/{}',
      'GET /emails',
      'GET /emails/{}',
      'POST /fin_voice/register',
      'GET /fin_voice/collect/{}',
      'GET /fin_voice/external_id/{}',
      'GET /fin_voice/phone_number/{}',
      'GET /fin_voice/conversation/{}',
      'GET /export/workflows/{}',
      'GET /conversations/{}/handling_events',
    ],
    fields: {
      note: ['company'],
      conversation: ['company'],
      content_import_source: ['audience_ids'],
      delivered_contact: ['merged_from'],
    },
    body: {
      'POST /ai/content_import_sources': ['audience_ids'],
      'PUT /ai/content_import_sources/{}': ['audience_ids', 'apply_audience_to_existing_content'],
      'POST /conversations/{}/reply': ['skip_notifications'],
    },
  },
  changes: [
    {
      name: 'SendPlainTextToWebhooks',
      note: 'Webhooks are told what was written in conversations as plain text, no longer as HTML.',
      topics: OF_CONVERSATIONS,
    },
    {
      name: 'SendUnixStatisticsToWebhooks',
      note: 'Webhooks are told the times in the statistics of a conversation in unix seconds, no longer in ISO 8601.',
      model: 'delivered_statistics',
      was: Object.fromEntries(STATISTIC_TIMES.map((name) => [name, Nullable(Type.String())])),
      down: (statistics) => {
        for (const name of STATISTIC_TIMES)
          if (typeof statistics[name] === 'number') statistics[name] = new Date(statistics[name] * 1000).toISOString()
        return statistics
      },
    },
    {
      name: 'RenameResolutionStates',
      note: 'The AI agent tells other outcomes: `escalated` was `routed_to_team`, `negative_feedback` was `abandoned`, and a handover by a procedure has a state of its own.',
      inferred: 'that a handover by a procedure was `routed_to_team` before',
      model: 'ai_agent',
      was: {
        resolution_state: described(
          Nullable(Type.Enum(['assumed_resolution', 'confirmed_resolution', 'routed_to_team', 'abandoned'])),
          'The outcome; null until there is one.',
        ),
      },
      down: (agent) => {
        agent.resolution_state = OLDER_STATES[agent.resolution_state] ?? agent.resolution_state
        return agent
      },
    },
    {
      name: 'ForgetUnknownLanguages',
      note: 'A language_override that is no language is kept as null; it was kept as it came before.',
    },
    {
      name: 'TellPreviousAttributeValue',
      note: 'A part that tells of an attribute that changed also tells what it was before.',
      model: 'conversation_part',
      down: (part) => {
        delete part.event_details?.value?.previous
        return part
      },
    },
  ],
})
