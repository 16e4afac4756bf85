/** Tags on content that exists, in the name of an admin: the one that is named, or else the token's. */
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { getActor } from '../../threads/actors.ts'
import { deleteContentTag, findContentTag, insertContentTag, type TaggedContent } from './content-tag-queries.ts'
import { getTagToApply } from './queries.ts'
import { presentAppliedTag, presentRemovedTag } from './tag.ts'

export const TaggingBody = described(
  Type.Object({
    id: described(IdInput, 'The id of the tag.'),
    admin_id: described(
      Type.Optional(Nullable(IdInput)),
      'The id of the admin who applies it; by default the admin that the token acts for.',
    ),
  }),
  'The tag, and who applies it.',
)

interface Target {
  content: TaggedContent
  /** @throws 404 where it does not exist */
  get(): Promise<{ id: number }>
}

/** A tag that the content has already stays as it was applied. @throws 404 for the tag, the content or the admin */
export async function applyContentTag(
  ctx: Ctx,
  { content, get }: Target,
  body: { id: string | number; admin_id?: string | number | null },
) {
  const tag = await getTagToApply(ctx.db, ctx.workspaceId, body.id, 'tag')
  const { id } = await get()
  const admin = await getActor(ctx.db, ctx.workspaceId, body.admin_id ?? ctx.actor.adminId)
  const application = { applied_at: ctx.now, applied_by: admin.id }
  await insertContentTag(ctx.db, ctx.workspaceId, content, id, tag.id, application)
  const applied = await findContentTag(ctx.db, ctx.workspaceId, content, id, tag.id)
  return presentAppliedTag({ ...tag, ...(applied ?? application) })
}

/** A tag that the content does not have is answered in the same way. @throws 404 for the tag or the content */
export async function removeContentTag(ctx: Ctx, { content, get }: Target, tagId: string) {
  const tag = await getTagToApply(ctx.db, ctx.workspaceId, tagId, 'tag')
  const { id } = await get()
  await deleteContentTag(ctx.db, ctx.workspaceId, content, id, tag.id)
  return presentRemovedTag(ctx, tag, undefined)
}
