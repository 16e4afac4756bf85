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
    down: (contact) => ({ ...contact, object: 'contact' }),
  })),
  adds: {
    fields: { conversation: ['linked_objects'] },
  },
})
