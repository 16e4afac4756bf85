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
import { described, IdOf, model, Nullable, Reference, Timestamp } from '../../schema/types.ts'

const basic = TagBasic.properties

/** Where a tag hangs on something, both of `applied_at` and `applied_by` are there. */
export const Tag = model('tag', {
  ...basic,
  applied_at: described(
    Type.Optional(Nullable(Timestamp)),
    'When the tag was applied to the object that was asked for; null if it is not applied.',
  ),
  applied_by: described(
    Type.Optional(Nullable(Reference)),
    'The admin who applied the tag; null if unknown, or if it is not applied. Inferred: null once it is taken off.',
  ),
})

export const TagCreateResponse = model('tag_create_response', {
  ...basic,
  users: described(
    Type.Array(
      Type.Object({ id: IdOf('contact'), tagged: described(Type.Boolean(), 'True if the contact has the tag now.') }),
    ),
    'The contacts that were tagged or untagged.',
  ),
  companies: described(
    Type.Array(
      Type.Object({ id: IdOf('company'), tagged: described(Type.Boolean(), 'True if the company has the tag now.') }),
    ),
    'The companies that were tagged or untagged.',
  ),
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
