/**
 * The tag on the wire: alone, as it hangs on something (when it was applied, and by whom), and as
 * the answer of the operation that creates, renames, applies and removes tags.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { Id, model, Nullable, Reference, Timestamp } from '../../schema/types.ts'

const basic = TagBasic.properties

/** Where a tag hangs on something, both of `applied_at` and `applied_by` are there. */
export const Tag = model('tag', {
  ...basic,
  applied_at: Type.Optional(Nullable(Timestamp)),
  applied_by: Type.Optional(Nullable(Reference)),
})

export const TagCreateResponse = model('tag_create_response', {
  ...basic,
  users: Type.Array(Type.Object({ id: Id, tagged: Type.Boolean() })),
  companies: Type.Array(Type.Object({ id: Id, tagged: Type.Boolean() })),
})

export interface Application {
  applied_at: Date
  /** The admin who applied it. */
  applied_by: number | null
}

export type AppliedTagRow = Pick<TagsRow, 'id' | 'name'> & Application

export const presentTag = (row: Pick<TagsRow, 'id' | 'name'>): Static<typeof TagBasic> => ({
  type: 'tag',
  id: String(row.id),
  name: row.name,
})

export const presentAppliedTag = (row: AppliedTagRow): Static<typeof Tag> => ({
  ...presentTag(row),
  applied_at: unix(row.applied_at),
  applied_by: row.applied_by === null ? null : { type: 'admin', id: String(row.applied_by) },
})

/**
 * A tag that has just been taken off, or was not there.
 * @param before its tagging, if there was one
 */
export const presentRemovedTag = (
  ctx: Pick<Ctx, 'has'>,
  row: Pick<TagsRow, 'id' | 'name'>,
  before: Application | undefined,
): Static<typeof Tag> => ({
  ...presentTag(row),
  applied_at: before && ctx.has('TellTimeOfRemovedTag') ? unix(before.applied_at) : null,
  applied_by: null,
})
