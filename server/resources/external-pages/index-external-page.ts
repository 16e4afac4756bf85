import { replaceEntries } from '../../content/index/queries.ts'
import { htmlToText } from '../../content/to-text.ts'
import type { Ctx } from '../../context.ts'
import { listAudienceIds } from '../audiences/content-audiences.ts'
import type { ExternalPageRow } from './external-page.ts'

/** Puts an external page into the index of content. */
export async function indexExternalPage(ctx: Ctx, row: ExternalPageRow): Promise<void> {
  await replaceEntries(ctx.db, ctx.workspaceId, 'external_page', row.id, [
    {
      locale: row.locale,
      state: 'published',
      title: row.title,
      body: htmlToText(row.html),
      audience_ids: await listAudienceIds(ctx.db, ctx.workspaceId, 'external_page', row.id),
      ai_agent: row.ai_agent_availability,
      copilot: row.ai_copilot_availability,
      sales_agent: row.ai_sales_agent_availability,
      created_by_id: row.created_by_id,
      updated_by_id: row.updated_by_id,
      created_at: row.created_at,
      updated_at: row.updated_at,
    },
  ])
}
