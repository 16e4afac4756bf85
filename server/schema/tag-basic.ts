import Type from 'typebox'
import { described, IdOf, model } from './types.ts'

/** A tag as a part of something else shows it. */
export const TagBasic = model('tag_basic', {
  type: Type.Literal('tag'),
  id: IdOf('tag'),
  name: described(Type.String(), 'The name of the tag.'),
})
