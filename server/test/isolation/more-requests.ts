/** Other ways to name something in a request than the usual one of its operation (server/test/requests). */
import type { FixtureName } from '../fixtures/vocabulary.ts'
import type { Sample } from '../requests/request.ts'

const reply = { message_type: 'comment', body: 'Hello' }

/** A search for what refers to a thing. */
const search = (field: string, name: FixtureName): Sample => ({
  needs: [name],
  body: ({ [name]: { id } }) => ({ query: { field, operator: '=', value: id } }),
})

const linkedTicket: Sample = {
  path: { ticket_id: 'a tracker ticket' },
  needs: ['a ticket'],
  fresh: ['a ticket'],
  body: ({ 'a ticket': { id } }) => ({ conversation_id: id }),
}

export const more: [key: string, title: string, sample: Sample][] = [
  [
    'POST /conversations/{}/reply',
    'by a contact',
    { needs: ['a contact'], body: ({ 'a contact': { id } }) => ({ ...reply, type: 'user', intercom_user_id: id }) },
  ],
  [
    'POST /tickets/{}/reply',
    'by a contact',
    { needs: ['a contact'], body: ({ 'a contact': { id } }) => ({ ...reply, type: 'user', intercom_user_id: id }) },
  ],
  ['PUT /tickets/{}', 'to an admin', { needs: ['an admin'], body: ({ 'an admin': { id } }) => ({ assignee_id: id }) }],
  ['POST /tickets/{}/linked_conversations', 'a customer ticket', linkedTicket],
  [
    'GET /ai/external_pages',
    'one by its source',
    {
      needs: ['an external page'],
      query: ({ 'an external page': { source_id, external_id } }) => ({ source_id: String(source_id), external_id }),
    },
  ],
  [
    'POST /conversations/{}/convert',
    'into a state',
    {
      needs: ['a ticket type'],
      fresh: ['a conversation'],
      body: ({ 'a ticket type': type }) => ({
        ticket_type_id: type['id'],
        ticket_state_id: type['ticket_states'].data[0].id,
      }),
    },
  ],
  [
    'PUT /admins/{}/away',
    'for a reason',
    {
      path: { admin_id: 'an admin' },
      needs: ['an away status reason'],
      body: ({ 'an away status reason': { id } }) => ({
        away_mode_enabled: true,
        away_mode_reassign: false,
        away_status_reason_id: Number(id),
      }),
    },
  ],
  ['POST /tickets/search', 'by id', search('id', 'a ticket')],
  ['POST /tickets/search', 'by type', search('ticket_type_id', 'a ticket type')],
  ['POST /tickets/search', 'by contact', search('contact_ids', 'a contact')],
  [
    'POST /tickets/search',
    'by an attribute',
    {
      needs: ['a ticket type attribute'],
      body: ({ 'a ticket type attribute': { id } }) => ({
        query: { field: `ticket_attribute.${id}`, operator: '=', value: 'x' },
      }),
    },
  ],
  [
    'POST /conversations/{}/parts',
    'to an admin',
    {
      needs: ['an admin'],
      body: ({ 'an admin': { id } }, { adminId }) => ({
        message_type: 'assignment',
        type: 'admin',
        admin_id: adminId,
        assignee_id: id,
      }),
    },
  ],
  [
    'POST /conversations/redact',
    'a part',
    {
      needs: ['an answered conversation'],
      fresh: ['an answered conversation'],
      body: ({ 'an answered conversation': conversation }) => ({
        type: 'conversation_part',
        conversation_id: conversation['id'],
        conversation_part_id: conversation['conversation_parts'].conversation_parts.at(-1).id,
      }),
    },
  ],
  [
    'DELETE /parley/admins/{}',
    'handed over to an admin',
    {
      path: { admin_id: 'an admin' },
      fresh: ['an admin'],
      body: (_, { adminId }) => ({ hand_over_to_admin_id: adminId }),
    },
  ],
  [
    'POST /parley/custom_object_types/{}/relationships',
    'to a type',
    {
      fresh: ['a custom object type'],
      body: ({ 'a custom object type': { identifier } }, { unique }) => ({
        name: unique('other'),
        related_to: 'custom_object',
        related_type: identifier,
        related_name: unique('others'),
        cardinality: 'many_to_one',
      }),
    },
  ],
  [
    'POST /visitors/convert',
    'by their ids',
    {
      needs: ['a visitor'],
      fresh: ['a visitor'],
      body: ({ 'a visitor': { id } }, { unique }) => ({
        visitor: { id },
        user: { user_id: unique('converted') },
        type: 'user',
      }),
    },
  ],
  [
    'PUT /visitors',
    'by its id',
    { needs: ['a visitor'], body: ({ 'a visitor': { id } }, { unique }) => ({ id, name: unique('name') }) },
  ],
  ['POST /contacts/search', 'by id', search('id', 'a contact')],
  ['POST /contacts/search', 'by owner', search('owner_id', 'an admin')],
  ['POST /contacts/search', 'by segment', search('segment_id', 'a segment')],
  ['POST /contacts/search', 'by tag', search('tag_id', 'a tag of a contact')],
  ['POST /conversations/search', 'by contact', search('contact_ids', 'a contact')],
  ['POST /conversations/search', 'by assignee', search('admin_assignee_id', 'an admin')],
  ['POST /conversations/search', 'by id', search('id', 'a conversation')],
  [
    'POST /parley/segments/preview',
    'by tag',
    {
      needs: ['a tag'],
      body: ({ 'a tag': { id } }) => ({ person_type: 'user', filter: { field: 'tag_id', operator: '=', value: id } }),
    },
  ],
]
