import { replaceEntries } from '../../content/index/queries.ts'
import { htmlToText } from '../../content/to-text.ts'
import type { Ctx } from '../../context.ts'
import type { InternalArticleRow } from './internal-article.ts'

/** Puts an internal article into the index of content. Teammates see it as soon as it is written. */
export const indexInternalArticle = (ctx: Ctx, row: InternalArticleRow): Promise<void> =>
  replaceEntries(ctx.db, ctx.workspaceId, 'internal_article', row.id, [
    {
      locale: row.locale,
      state: 'published',
      title: row.title,
      body: htmlToText(row.body ?? ''),
      audience_ids: row.audience_ids,
      folder_id: row.folder_id,
      ai_agent: row.ai_chatbot_availability,
      copilot: row.ai_copilot_availability,
      sales_agent: row.ai_sales_agent_availability,
      created_by_id: row.created_by_id,
      updated_by_id: row.updated_by_id,
      created_at: row.created_at,
      updated_at: row.updated_at,
    },
  ])
