import { fragment, type Fragment } from '../../../db/pool.ts'
import { TICKETS } from './known-attributes.ts'
import { adminName, attributesOf, inOrder, seconds, type Dataset } from './dataset.ts'
import {
  agentRatingFacts,
  contactFacts,
  contactValues,
  conversationFacts,
  conversationValues,
  counted,
  ids,
  joinContact,
  ratingFacts,
} from './shared.ts'

/** The last part that resolved the ticket. */
const RESOLVED = fragment`
  left join lateral (
    select p.created_at, p.author_admin_id from thread_parts p
    where p.workspace_id = t.workspace_id and p.thread_id = t.id and p.part_type = 'ticket_state_updated_by_admin'
      and p.event_details ->> 'ticket_state' = 'resolved'
    order by p.created_at desc, p.id desc limit 1) r on true`

const peopleOf = (column: Fragment) => fragment`(
  select string_agg(${column}, ', ' order by array_position(t.contact_ids, c.id))
  from contacts c where c.workspace_id = t.workspace_id and c.id = any(t.contact_ids))`

export const tickets: Dataset = {
  id: 'tickets',
  name: 'Tickets',
  description: 'Tickets, with their types, states and people.',
  time: 'ticket_created_at',
  from: fragment`
    from threads t ${joinContact}
    left join ticket_states s on s.workspace_id = t.workspace_id and s.id = t.ticket_state_id
    left join companies o on o.workspace_id = t.workspace_id and o.id = t.company_id
    ${RESOLVED}`,
  workspace: fragment`t.workspace_id`,
  at: fragment`t.created_at`,
  order: fragment`t.id`,
  where: fragment`${counted} and t.ticket_type_id is not null`,
  attributes: inOrder(TICKETS, [
    ...attributesOf('timestamp', [
      ['ticket_created_at', 'Ticket created at', fragment`t.created_at`],
      ['ticket_last_resolved_at', 'Last resolved at', fragment`r.created_at`],
    ]),
    ...attributesOf('duration', [
      ['ticket_time_to_resolve', 'Time to resolve', seconds(fragment`t.created_at`, fragment`r.created_at`)],
    ]),
    ...attributesOf('teammate', [
      [
        'ticket_resolved_by_teammate_id',
        'Teammate who resolved it',
        adminName(fragment`t.workspace_id`, fragment`r.author_admin_id`),
      ],
      ['ticket_resolved_by_teammate_raw_id', 'Teammate who resolved it (ID)', fragment`r.author_admin_id::text`],
    ]),
    ...attributesOf('standard', [
      ['current_ticket_custom_state_id', 'Ticket state', fragment`s.internal_label`],
      [
        'current_ticket_state_category',
        'Category of the ticket state',
        fragment`upper(left(s.category, 1)) || replace(substr(s.category, 2), '_', ' ')`,
      ],
      ['ticket_title', 'Title', fragment`t.ticket_attributes ->> '_default_title_'`],
      ['ticket_description', 'Description', fragment`t.ticket_attributes ->> '_default_description_'`],
      ['ticket_shared_with_customer', 'Shared with the customer', fragment`t.is_shared`],
      ['ticket_id', 'Ticket ID', fragment`t.ticket_number::text`],
    ]),
    ...ids,
    ...conversationFacts,
    ...ratingFacts,
    ...agentRatingFacts,
    ...attributesOf('timestamp', [
      ['conversation_created_at', 'Conversation created at', fragment`t.created_at`],
      ['conversation_updated_at', 'Conversation updated at', fragment`t.updated_at`],
    ]),
    ...attributesOf('company', [
      ['company_id', 'Company ID', fragment`o.company_id`],
      ['company_name', 'Name of the company', fragment`o.name`],
      ['company_size', 'Size of the company', fragment`o.size`],
      [
        'company_plan_id',
        'Plan of the company',
        fragment`(select l.name from plans l where l.workspace_id = o.workspace_id and l.id = o.plan_id)`,
      ],
      [
        'company_manual_tag_ids',
        'Tags of the company',
        fragment`(select string_agg(g.name, ', ' order by array_position(o.tag_ids, g.id))
          from tags g where g.workspace_id = o.workspace_id and g.id = any(o.tag_ids))`,
      ],
    ]),
    ...attributesOf('people', [
      ['user_participant_ids', 'Contact IDs', fragment`array_to_string(t.contact_ids, ', ')`],
      ['user_participant_names', 'Names of the contacts', peopleOf(fragment`c.name`)],
      ['user_participant_emails', 'Emails of the contacts', peopleOf(fragment`c.email`)],
    ]),
    ...contactFacts,
  ]),
  custom: [conversationValues, contactValues],
}
