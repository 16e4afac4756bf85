import Type from 'typebox'
import { described } from '../schema/types.ts'
import { version } from './history.ts'

const Category = Type.Enum(['submitted', 'in_progress', 'waiting_on_customer', 'resolved'])

export default version('2.12', {
  adds: {
    operations: [
      'GET /ticket_states',
      'GET /ai/content_import_sources',
      'POST /ai/content_import_sources',
      'DELETE /ai/content_import_sources/{}',
      'GET /ai/content_import_sources/{}',
      'PUT /ai/content_import_sources/{}',
      'GET /ai/external_pages',
      'POST /ai/external_pages',
      'DELETE /ai/external_pages/{}',
      'GET /ai/external_pages/{}',
      'PUT /ai/external_pages/{}',
    ],
    fields: {
      contact: ['enabled_push_messaging'],
      delivered_contact: ['enabled_push_messaging'],
      conversation_statistics: ['assigned_team_first_response_time'],
      delivered_statistics: ['assigned_team_first_response_time'],
      ticket_type: ['ticket_states'],
    },
    body: { 'PUT /tickets/{}': ['company_id', 'ticket_state_id'] },
  },
  removes: { operations: ['POST /conversations/{}/run_assignment_rules'] },
  changes: [
    {
      name: 'ExpandTicketState',
      note: 'A ticket shows its state as an object, no longer as a category with two labels beside it.',
      model: 'ticket',
      was: {
        ticket_state: described(Category, 'The category of its state.'),
        ticket_state_internal_label: described(Type.String(), 'The label of its state for teammates.'),
        ticket_state_external_label: described(Type.String(), 'The label of its state for customers.'),
      },
      gone: ['ticket_state_internal_label', 'ticket_state_external_label'],
      down: (ticket) => ({
        ...ticket,
        ticket_state: ticket.ticket_state.category,
        ticket_state_internal_label: ticket.ticket_state.internal_label,
        ticket_state_external_label: ticket.ticket_state.external_label,
      }),
    },
    {
      name: 'NameTicketStateById',
      note: 'The state of a ticket is set by its id, no longer by its category.',
      operations: ['PUT /tickets/{}'],
      body: {
        state: described(
          Type.Optional(Category),
          'The category of the new state; the oldest state of the type in it is taken.',
        ),
      },
      gone: ['state'],
      up: ({ state, ...body }) => ({ ...body, ...(state !== undefined && { ticket_state_id: state }) }),
    },
  ],
})
