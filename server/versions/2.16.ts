import Type from 'typebox'
import { described, Nullable } from '../schema/types.ts'
import { version } from './history.ts'

const OwnerId = Nullable(Type.Integer())
const AssigneeId = Nullable(Type.Integer())
const TicketAssigneeId = Type.String()

/** Operations that answer contacts and can include the contacts merged into them. */
const SHOWING_MERGES = [
  'GET /contacts',
  'POST /contacts/search',
  'POST /contacts/merge',
  'GET /contacts/{}',
  'PUT /contacts/{}',
  'GET /contacts/find_by_external_id/{}',
]

/** Assistants that may answer from content. */
const AVAILABILITY = ['ai_chatbot_availability', 'ai_copilot_availability', 'ai_sales_agent_availability']

/** Fields of an article and of its text in each language. */
const NEWER_TEXT = [
  'body_markdown',
  'has_unpublished_changes',
  'draft_updated_at',
  ...AVAILABILITY,
  'created_by_id',
  'updated_by_id',
]

const NEWER_ARTICLE_FIELDS = [
  'body_markdown',
  'audience_ids',
  ...AVAILABILITY,
  'scheduled_publish_at',
  'scheduled_unpublish_at',
]

export default version('2.16', {
  removes: { fields: { article: ['parent_id', 'parent_type'] } },
  changes: [
    {
      name: 'TellEndOfTurn',
      note: 'The AI agent tells that it waits for the user by an event of its own; the event of its reply told it before.',
      model: 'fin_agent_replied_event',
      was: { status: described(Type.Literal('awaiting_user_reply'), 'The agent waits for the user.') },
      down: (event) => ({ ...event, status: 'awaiting_user_reply' }),
    },
    {
      name: 'ExportUnansweredConversations',
      note: 'A report on conversations has those that no contact has written in; they were left out before.',
    },
    {
      name: 'SendWhatsapp',
      note: 'A message may go by WhatsApp; such a message_type was refused before.',
      operations: ['POST /messages'],
      body: {
        message_type: Type.Optional(
          Type.Enum(['in_app', 'inapp', 'conversation', 'email'], {
            description: 'The way that a message of an admin takes.',
          }),
        ),
      },
    },
    {
      name: 'MoveConversationAttributes',
      note: 'Data attributes are those of contacts and companies; the attributes of conversations have a list of their own.',
    },
    {
      name: 'ListCustomObjects',
      note: 'Custom objects of a type are listed; before, only the one with an external id was shown.',
      query: {
        'GET /custom_object_instances/{}': {
          external_id: described(Type.String(), 'The id that the object has in your own system.'),
        },
      },
    },
    {
      name: 'StringOwnerId',
      note: 'A contact tells its owner as a string, no longer as a number.',
      model: 'contact',
      was: { owner_id: described(OwnerId, 'The id of the admin who owns the contact; null if nobody does.') },
      down: (contact) => {
        if (contact.owner_id !== null) contact.owner_id = Number(contact.owner_id)
        return contact
      },
    },
    {
      name: 'StringOwnerIdInWebhooks',
      note: 'Webhooks are told the owner of a contact as a string, no longer as a number.',
      model: 'delivered_contact',
      was: { owner_id: OwnerId },
      down: (contact) => {
        if (contact.owner_id !== null) contact.owner_id = Number(contact.owner_id)
        return contact
      },
    },
    {
      name: 'RedirectMergedContacts',
      note: 'A contact that was merged away answers 410 with a Link to where it went, no longer 404.',
    },
    {
      name: 'MergeDuplicatesOnly',
      note: 'Only contacts that share an email or a phone are merged, unless skip_duplicate_validation is true.',
    },
    {
      name: 'RefuseUnknownSortOrder',
      note: 'A sort order other than ascending and descending answers 400; it meant descending before.',
    },
    {
      name: 'ShowNotesOfCompany',
      note: 'A company shows its newest notes by address; only attaching and detaching a contact did before.',
    },
    {
      name: 'SkipMissingWhenTagging',
      note: 'People and companies that do not exist are skipped when a list of them is tagged; they answered 404 before.',
    },
    {
      name: 'ShowNobodyAsZero',
      note: 'A conversation that nobody is assigned to shows 0 for its assignees, no longer null.',
      model: 'conversation',
      was: {
        admin_assignee_id: described(AssigneeId, 'The id of the admin who is assigned; null for nobody.'),
        team_assignee_id: described(AssigneeId, 'The id of the team that is assigned; null for none.'),
      },
      down: (conversation) => {
        conversation.admin_assignee_id ||= null
        conversation.team_assignee_id ||= null
        return conversation
      },
    },
    {
      name: 'NumberTicketAssignees',
      note: 'A ticket shows the ids of its assignees as numbers, no longer as strings.',
      model: 'ticket',
      was: {
        admin_assignee_id: described(TicketAssigneeId, 'The id of the assigned admin, or `0`.'),
        team_assignee_id: described(TicketAssigneeId, 'The id of the assigned team, or `0`.'),
      },
      down: (ticket) => {
        ticket.admin_assignee_id = String(ticket.admin_assignee_id)
        ticket.team_assignee_id = String(ticket.team_assignee_id)
        return ticket
      },
    },
    {
      name: 'GradePriority',
      note: 'A conversation has one of five priorities; before, it was a priority or not.',
      model: 'conversation',
      was: { priority: described(Type.Enum(['priority', 'not_priority']), '`priority` if it is urgent.') },
      down: (conversation) => {
        conversation.priority = conversation.priority === 'none' ? 'not_priority' : 'priority'
        return conversation
      },
    },
  ],
  adds: {
    operations: [
      'GET /contacts/{}/banners',
      'POST /contacts/{}/banners/{}/dismiss',
      'GET /messages/status',
      'GET /messages/whatsapp/status',
      'GET /macros',
      'GET /macros/{}',
      'POST /companies/{}/notes',
      'GET /contacts/{}/merge_history',
      'POST /conversations/{}/rating',
      'POST /conversations/stream_tokens',
      'POST /conversations/stream_tokens/revoke',
      'GET /conversations/attributes',
      'POST /conversations/attributes',
      'GET /conversations/attributes/{}',
      'PUT /conversations/attributes/{}',
      'DELETE /conversations/attributes/{}',
      'POST /conversations/attributes/{}/options',
      'PUT /conversations/attributes/{}/options/{}',
      'DELETE /conversations/attributes/{}/options/{}',
      'POST /tickets/{}/linked_conversations',
      'DELETE /tickets/{}/linked_conversations/{}',
      'POST /tickets/{}/change_type',
      'POST /admins/activity_logs/search',
      'GET /admins/activity_log_event_types',
      'GET /teams/{}/metrics',
      'GET /data_connectors',
      'POST /data_connectors',
      'GET /data_connectors/{}',
      'DELETE /data_connectors/{}',
      'PATCH /data_connectors/{}',
      'GET /data_connectors/{}/execution_results',
      'GET /data_connectors/{}/execution_results/{}',
      'GET /office_hours_schedules',
      'POST /office_hours_schedules',
      'GET /office_hours_schedules/{}',
      'PUT /office_hours_schedules/{}',
      'DELETE /office_hours_schedules/{}',
      'GET /office_hours_schedules/{}/office_hours_exceptions',
      'POST /office_hours_schedules/{}/office_hours_exceptions',
      'GET /office_hours_schedules/{}/office_hours_exceptions/{}',
      'PUT /office_hours_schedules/{}/office_hours_exceptions/{}',
      'DELETE /office_hours_schedules/{}/office_hours_exceptions/{}',
      'POST /conversations/{}/merge',
      'GET /conversations/deleted',
      'GET /conversations/{}/side_conversations',
      'GET /articles/{}/draft',
      'PUT /articles/{}/draft',
      'POST /articles/{}/draft/publish',
      'POST /articles/{}/tags',
      'DELETE /articles/{}/tags/{}',
      'GET /articles/{}/versions',
      'GET /articles/{}/versions/{}',
      'GET /help_center/help_centers/{}/redirects',
      'POST /help_center/help_centers/{}/redirects',
      'GET /help_center/help_centers/{}/redirects/{}',
      'DELETE /help_center/help_centers/{}/redirects/{}',
      'GET /audiences',
      'POST /audiences',
      'GET /audiences/{}',
      'PUT /audiences/{}',
      'DELETE /audiences/{}',
      'POST /internal_articles/{}/tags',
      'DELETE /internal_articles/{}/tags/{}',
      'GET /content_snippets',
      'POST /content_snippets',
      'GET /content_snippets/{}',
      'PUT /content_snippets/{}',
      'DELETE /content_snippets/{}',
      'POST /content_snippets/{}/tags',
      'DELETE /content_snippets/{}/tags/{}',
      'POST /content/bulk_actions',
      'GET /content/search',
    ],
    fields: {
      admin: ['role'],
      internal_article: ['body_markdown', 'audience_ids', ...AVAILABILITY],
      article: [
        ...NEWER_TEXT,
        'exclude_from_article_suggestions',
        'help_center_audience',
        'scheduled_publish_at',
        'scheduled_unpublish_at',
      ],
      article_statistics: ['fin_involvements', 'fin_resolutions', 'fin_resolution_rate'],
      article_content: [...NEWER_TEXT, 'audience_ids'],
      contact: ['merge_history'],
      company: ['notes'],
      ticket: ['previous_ticket_state_id'],
      tag_create_response: ['users', 'companies'],
      help_center: ['default', 'locales'],
      reporting_attribute: ['qualified_id'],
      conversation: [
        'sales_agent',
        'sales_agent_participated',
        'channel',
        'external_references',
        'monitor_evaluations',
        'scorecards',
      ],
    },
    query: {
      ...Object.fromEntries(SHOWING_MERGES.map((operation) => [operation, ['include_merge_history']])),
      'POST /conversations/search': ['include_monitors', 'include_scorecards'],
      'DELETE /conversations/{}': ['retain_metrics'],
      'GET /custom_object_instances/{}': ['references_contact_id', 'references_conversation_id', 'page', 'per_page'],
    },
    body: {
      'POST /articles': NEWER_ARTICLE_FIELDS,
      'PUT /articles/{}': NEWER_ARTICLE_FIELDS,
      'POST /internal_articles': ['body_markdown', 'audience_ids', ...AVAILABILITY],
      'PUT /internal_articles/{}': ['body_markdown', 'audience_ids', ...AVAILABILITY],
      'POST /contacts': ['email_verified'],
      'POST /messages': ['components', 'locale'],
      'POST /contacts/merge': ['skip_duplicate_validation'],
      'PUT /contacts/{}': ['email_verified'],
      'POST /conversations': ['brand_id'],
      'POST /conversations/{}/convert': ['ticket_state_id'],
      'POST /tickets/{}/reply': ['attachment_files'],
      'POST /companies': ['update_last_request_at'],
      'PUT /companies/{}': ['update_last_request_at'],
    },
  },
})
