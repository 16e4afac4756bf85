import type { Ctx } from '../../context.ts'
import type { ExternalPageRow } from './external-page.ts'
import { indexExternalPage } from './index-external-page.ts'
import { type Changes, getExternalPage, updateExternalPage } from './queries.ts'

/** Changes a page, and its place in the index of content. @returns the page as it is now */
export async function changeExternalPage(ctx: Ctx, id: number, changes: Changes): Promise<ExternalPageRow> {
  const by = { updated_by_id: ctx.actor.adminId, updated_at: ctx.now }
  await updateExternalPage(ctx.db, ctx.workspaceId, id, { ...changes, ...by })
  const row = await getExternalPage(ctx.db, ctx.workspaceId, id)
  await indexExternalPage(ctx, row)
  return row
}
