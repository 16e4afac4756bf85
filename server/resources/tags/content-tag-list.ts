/** The tags of content on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described } from '../../schema/types.ts'
import { presentAppliedTag, Tag, type AppliedTagRow } from './tag.ts'

export const ContentTags = Type.Object({
  type: Type.Literal('tag.list'),
  tags: described(Type.Array(Tag), 'All of its tags, in the order in which they were made.'),
})

export const presentContentTags = (rows: AppliedTagRow[]): Static<typeof ContentTags> => ({
  type: 'tag.list',
  tags: rows.map(presentAppliedTag),
})
