/** The answer for a deleted setting. */
import Type from 'typebox'
import { described, Id, model } from './types.ts'

export const Deleted = model('deleted_setting', {
  type: described(Type.String(), 'The kind of object that was deleted.'),
  id: described(Id, 'The id of the object that was deleted.'),
  deleted: described(Type.Literal(true), 'True: the object is deleted.'),
})

export const presentDeleted = (type: string, id: string | number) => ({ type, id: String(id), deleted: true as const })
