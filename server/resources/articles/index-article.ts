import { type Entry, replaceEntries } from '../../content/index/queries.ts'
import { htmlToText } from '../../content/to-text.ts'
import type { Ctx } from '../../context.ts'
import type { ArticleRow } from './queries.ts'

/** Puts the texts of an article into the index of content: the shown ones, and those that wait as drafts. */
export async function indexArticle(ctx: Ctx, row: ArticleRow): Promise<void> {
  const entries = row.contents.flatMap((content): Entry[] => {
    const staged = row.drafts.find(({ id }) => id === content.draft_version_id)
    const entry = (text: { title: string; description: string; body: string }, state: Entry['state']): Entry => ({
      content_id: content.id,
      locale: content.locale,
      state,
      title: text.title,
      body: [text.description, htmlToText(text.body)].filter(Boolean).join('\n'),
      audience_ids: content.audience_ids,
      folder_id: row.folder_id,
      ai_agent: content.ai_chatbot_availability,
      copilot: content.ai_copilot_availability,
      sales_agent: content.ai_sales_agent_availability,
      created_by_id: content.created_by_id,
      updated_by_id: content.updated_by_id,
      created_at: content.created_at,
      updated_at: content.updated_at,
    })
    return [entry(content, content.state as Entry['state']), ...(staged ? [entry(staged, 'draft')] : [])]
  })
  await replaceEntries(ctx.db, ctx.workspaceId, 'article', row.id, entries)
}
