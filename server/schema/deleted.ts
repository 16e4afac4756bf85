/** The answer for a deleted setting. */
import Type from 'typebox'
import { Id, model } from './types.ts'

export const Deleted = model('deleted_setting', { type: Type.String(), id: Id, deleted: Type.Literal(true) })

export const presentDeleted = (type: string, id: string | number) => ({ type, id: String(id), deleted: true as const })
