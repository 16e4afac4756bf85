import Type from 'typebox'
import { Id, model } from './types.ts'

/** A tag as a part of something else shows it. */
export const TagBasic = model('tag_basic', { type: Type.Literal('tag'), id: Id, name: Type.String() })
