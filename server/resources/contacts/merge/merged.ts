/** Where a contact went that was merged away. */
import type { Ctx } from '../../../context.ts'
import { ApiError, notFound } from '../../../http/errors.ts'
import { findMergeTarget, type MergedAway } from './queries.ts'

/** Why there is no such contact: 410 with the way to the one that it was merged into, else 404. */
export async function absenceOf(ctx: Ctx, contact: MergedAway): Promise<ApiError> {
  const target = ctx.has('RedirectMergedContacts') ? await findMergeTarget(ctx.db, ctx.workspaceId, contact) : undefined
  if (target === undefined) return notFound('contact')
  return new ApiError(
    410,
    'contact_merged',
    "This contact has been merged. See the 'Link' header for the canonical contact.",
    undefined,
    { Link: `</contacts/${target}>; rel="canonical"` },
  )
}
