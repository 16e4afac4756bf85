/** Attributes of a conversation `t` and of its contact `u`, which several datasets have. */
import { fragment } from '../../../db/pool.ts'
import { adminName, attributesOf, type Attribute } from './dataset.ts'

const WORKSPACE = fragment`t.workspace_id`

/** Beside a conversation `t`: the contact who began it, or whom it is with. */
export const joinContact = fragment`
  left join contacts u on u.workspace_id = t.workspace_id and u.id = coalesce(t.source_contact_id, t.contact_ids[1])`

/** Conversations that are shown, and deleted ones that still count in reports. */
export const counted = fragment`(t.listed or (t.deleted_at is not null and t.metrics_retained))`

export const ids: Attribute[] = attributesOf('standard', [['conversation_id', 'Conversation ID', fragment`t.id::text`]])

export const conversationFacts: Attribute[] = [
  ...attributesOf('standard', [
    [
      'channel',
      'Channel',
      fragment`case t.source_type when 'email' then 'Email' when 'phone_call' then 'Phone call' when 'sms' then 'SMS'
        when 'whatsapp' then 'WhatsApp' else 'Chat' end`,
    ],
    [
      'conversation_started_by',
      'Conversation started by',
      fragment`case when t.source_author_type in ('user', 'lead') then 'Customer' when t.source_author_type = 'bot' then 'Bot'
        when t.source_author_type is not null then 'Teammate' end`,
    ],
    ['current_conversation_state', 'Current conversation state', fragment`initcap(t.state)`],
    [
      'conversation_tag_ids',
      'Conversation tags',
      fragment`(select string_agg(g.name, ', ' order by array_position(t.tag_ids, g.id))
        from tags g where g.workspace_id = t.workspace_id and g.id = any(t.tag_ids))`,
    ],
    [
      'ticket_type_id',
      'Ticket type',
      fragment`(select y.name from ticket_types y where y.workspace_id = t.workspace_id and y.id = t.ticket_type_id)`,
    ],
  ]),
  ...attributesOf('team', [
    [
      'currently_assigned_team_id',
      'Team currently assigned',
      fragment`coalesce((select e.name from teams e
        where e.workspace_id = t.workspace_id and e.id = t.team_assignee_id), 'Unassigned')`,
    ],
    ['currently_assigned_team_raw_id', 'Team currently assigned (ID)', fragment`t.team_assignee_id::text`],
  ]),
  ...attributesOf('teammate', [
    [
      'currently_assigned_teammate_id',
      'Teammate currently assigned',
      fragment`coalesce(${adminName(WORKSPACE, fragment`t.admin_assignee_id`)}, 'Unassigned')`,
    ],
    ['currently_assigned_teammate_raw_id', 'Teammate currently assigned (ID)', fragment`t.admin_assignee_id::text`],
    [
      'reply_participant_teammate_ids',
      'Teammates who took part',
      fragment`(select string_agg(a.name, ', ' order by array_position(t.teammate_ids, a.id))
        from admins a where a.workspace_id = t.workspace_id and a.id = any(t.teammate_ids))`,
    ],
  ]),
]

export const ratingFacts: Attribute[] = [
  ...attributesOf('standard', [
    ['last_teammate_rating', 'Last rating', fragment`t.rating`],
    ['last_teammate_rating_remark', 'Remark of the last rating', fragment`t.rating_remark`],
  ]),
  ...attributesOf('timestamp', [
    ['last_conversation_rating_updated_at', 'Last rating at', fragment`t.rating_updated_at`],
  ]),
  ...attributesOf('teammate', [
    ['last_rated_teammate_id', 'Teammate last rated', adminName(WORKSPACE, fragment`t.rating_admin_id`)],
    ['last_rated_teammate_raw_id', 'Teammate last rated (ID)', fragment`t.rating_admin_id::text`],
  ]),
]

const AGENT = fragment`t.ai_agent`

/** The part of the AI agent, by the same column and the same words as conversations show (`conversations/ai-agent.ts`). */
export const agentFacts: Attribute[] = attributesOf('standard', [
  ['fin_ai_agent_participated', 'Fin AI Agent took part', fragment`${AGENT} is not null`],
  [
    'fin_ai_agent_last_sent_answer_type',
    'Type of the last answer of Fin AI Agent',
    fragment`${AGENT} ->> 'last_answer_type'`,
  ],
  ['fin_ai_agent_resolution_state', 'Resolution state of Fin AI Agent', fragment`${AGENT} ->> 'resolution_state'`],
  [
    'fin_ai_agent_deflected',
    'Resolved by Fin AI Agent without a teammate',
    fragment`case when ${AGENT} is not null then t.first_admin_reply_at is null
      and coalesce(${AGENT} ->> 'resolution_state' in ('assumed_resolution', 'confirmed_resolution'), false) end`,
  ],
  [
    'fin_ai_agent_content_references',
    'Content that Fin AI Agent answered with',
    fragment`(select string_agg(s.value ->> 'title', ', ' order by s.place)
      from jsonb_array_elements(${AGENT} -> 'sources') with ordinality s (value, place))`,
  ],
])

export const agentRatingFacts: Attribute[] = [
  ...attributesOf('standard', [
    ['fin_ai_agent_rating', 'Rating of Fin AI Agent', fragment`(${AGENT} ->> 'rating')::int`],
    ['fin_ai_agent_rating_remark', 'Remark on Fin AI Agent', fragment`${AGENT} ->> 'rating_remark'`],
  ]),
  ...attributesOf('timestamp', [
    [
      'fin_ai_agent_rating_updated_at',
      'Rating of Fin AI Agent at',
      fragment`to_timestamp((${AGENT} ->> 'updated_at')::bigint)`,
    ],
  ]),
]

export const contactFacts: Attribute[] = attributesOf('people', [
  ['user_location_continent_code', 'Continent of the contact', fragment`u.location_continent_code`],
  ['user_location_country_code', 'Country of the contact', fragment`u.location_country_code`],
  [
    'user_manual_tag_ids',
    'Tags of the contact',
    fragment`(select string_agg(g.name, ', ' order by array_position(u.tag_ids, g.id))
      from tags g where g.workspace_id = u.workspace_id and g.id = any(u.tag_ids))`,
  ],
  ['user_role', 'Role of the contact', fragment`initcap(u.role)`],
  ['user_name', 'Name of the contact', fragment`u.name`],
  ['user_email', 'Email of the contact', fragment`u.email`],
  ['user_pseudonym', 'Pseudonym of the contact', fragment`u.pseudonym`],
  ['user_id', 'Contact ID', fragment`u.id`],
])

export const conversationValues = {
  model: 'conversation',
  prefix: 'conversation',
  column: fragment`t.custom_attributes`,
} as const
export const contactValues = { model: 'contact', prefix: 'people', column: fragment`u.custom_attributes` } as const
