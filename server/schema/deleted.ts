/** The answer for a deleted setting. */
import Type from 'typebox'
import { described, Id, model } from './types.ts'

export const Deleted = model('deleted_setting', {
  type: described(Type.String(), 'The kind of object that was deleted.'),
  id: described(Id, 'The id of the object that was deleted.'),
  deleted: described(Type.Literal(true), 'True: the object is deleted.'),
})

/** The answer of the API for something that was deleted for good. */
export const DeletedObject = <Name extends string>(name: Name) =>
  Type.Object({
    id: described(Id, `The id of the ${name.replaceAll('_', ' ')} that was deleted.`),
    object: Type.Literal(name),
    deleted: Type.Literal(true),
  })

export const presentDeletedObject = <Name extends string>(object: Name, id: string | number) => ({
  id: String(id),
  object,
  deleted: true as const,
})

export const presentDeleted = (type: string, id: string | number) => ({ type, id: String(id), deleted: true as const })
