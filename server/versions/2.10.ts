import Type from 'typebox'
import { version } from './history.ts'
import { described } from '../schema/types.ts'

/** The models that told what they are as `object` beside `type`. */
const REMOVALS = { Deleted: 'contact_deleted', Archived: 'contact_archived', Unarchived: 'contact_unarchived' }

export default version('2.10', {
  changes: [
    {
      name: 'NestCollections',
      note: 'Collections stand in collections; before, those were sections, and the list of collections had the first level only.',
      inferred: 'that collections of deeper levels are sections, each of its own parent',
    },
    ...Object.entries(REMOVALS).map(([state, model]) => ({
      name: `DropObjectOf${state}Contacts`,
      note: `A contact that was ${state.toLowerCase()} no longer repeats its type as \`object\`.`,
      model,
      was: { object: described(Type.Literal('contact'), 'The kind of object: always `contact`.') },
      gone: ['object'],
      down: (contact: object) => ({ ...contact, object: 'contact' }),
    })),
    {
      name: 'ReplyToTickets',
      note: 'Contacts and admins reply to tickets; before, an admin could only add a note.',
      operations: ['POST /tickets/{}/reply'],
      body: {
        type: described(Type.Optional(Type.Enum(['admin'])), 'The kind of author: an admin, also if it is absent.'),
        message_type: described(Type.Optional(Type.Enum(['note'])), 'The kind of reply: a note, also if it is absent.'),
      },
      up: (body) => ({ type: 'admin', message_type: 'note', ...body }),
    },
  ],
  adds: {
    operations: [
      'POST /conversations/{}/convert',
      'POST /tickets/{}/tags',
      'DELETE /tickets/{}/tags/{}',
      'POST /tickets/search',
      'GET /articles/search',
    ],
    fields: {
      collection: ['parent_id'],
      conversation: ['linked_objects'],
      ticket: ['open', 'snoozed_until', 'linked_objects', 'category'],
      ticket_contact: ['type', 'external_id'],
    },
    body: {
      'POST /help_center/collections': ['parent_id'],
      'PUT /help_center/collections/{}': ['parent_id'],
      'POST /ticket_types': ['category'],
      'PUT /ticket_types/{}': ['category'],
      'PUT /tickets/{}': ['open', 'snoozed_until'],
      'POST /tickets/{}/reply': [
        'intercom_user_id',
        'user_id',
        'email',
        'attachment_urls',
        'reply_options',
        'cross_post',
      ],
    },
  },
  removes: {
    fields: { collection: ['type'], ticket_contact: ['role'] },
    operations: [
      'GET /help_center/sections',
      'POST /help_center/sections',
      'GET /help_center/sections/{}',
      'PUT /help_center/sections/{}',
      'DELETE /help_center/sections/{}',
    ],
  },
})
