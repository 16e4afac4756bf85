import { type Entry, replaceEntries } from '../../content/index/queries.ts'
import { htmlToText } from '../../content/to-text.ts'
import type { Ctx } from '../../context.ts'
import type { ArticleRow } from './queries.ts'

/** Puts the texts of an article into the index of content: the shown ones, and those that wait as drafts. */
export async function indexArticle(ctx: Ctx, row: ArticleRow): Promise<void> {
  const entries = row.contents.flatMap((content): Entry[] => {
    const { locale, state, audience_ids } = content
    const staged = row.drafts.find(({ id }) => id === content.draft_version_id)
    const entry = (text: { title: string; description: string; body: string }, of: Entry['state']): Entry => ({
      locale,
      state: of,
      title: text.title,
      body: [text.description, htmlToText(text.body)].filter(Boolean).join('\n'),
      audience_ids,
      folder_id: row.folder_id,
    })
    return [entry(content, state as Entry['state']), ...(staged ? [entry(staged, 'draft')] : [])]
  })
  await replaceEntries(ctx.db, ctx.workspaceId, 'article', row.id, entries, ctx.now)
}
