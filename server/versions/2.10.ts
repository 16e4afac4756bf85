import Type from 'typebox'
import { version } from './history.ts'
import { described } from '../schema/types.ts'

/** The models that told what they are as `object` beside `type`. */
const REMOVALS = { Deleted: 'contact_deleted', Archived: 'contact_archived', Unarchived: 'contact_unarchived' }

export default version('2.10', {
  changes: Object.entries(REMOVALS).map(([state, model]) => ({
    name: `DropObjectOf${state}Contacts`,
    note: `A contact that was ${state.toLowerCase()} no longer repeats its type as \`object\`.`,
    model,
    was: { object: described(Type.Literal('contact'), 'The kind of object: always `contact`.') },
    gone: ['object'],
    down: (contact) => ({ ...contact, object: 'contact' }),
  })),
  adds: {
    planned: [
      'GET /articles/search',
      'POST /conversations/{}/convert',
      'POST /tickets/{}/tags',
      'DELETE /tickets/{}/tags/{}',
      'POST /tickets/search',
    ],
    fields: { conversation: ['linked_objects'] },
  },
  removes: {
    planned: [
      'GET /help_center/sections',
      'POST /help_center/sections',
      'GET /help_center/sections/{}',
      'PUT /help_center/sections/{}',
      'DELETE /help_center/sections/{}',
    ],
  },
})
