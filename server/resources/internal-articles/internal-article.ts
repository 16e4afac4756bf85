/** The internal article on the wire: a text that teammates write for each other, and assistants may answer from. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { htmlToMarkdown } from '../../content/to-markdown.ts'
import type { InternalArticlesRow } from '../../db/types/internal_articles.ts'
import { NumberedPages } from '../../http/pages.ts'
import { internalArticle } from '../../schema/internal-article.ts'
import { described, model, Nullable } from '../../schema/types.ts'
import { ContentTags, presentContentTags } from '../tags/content-tag-list.ts'
import type { AppliedTagRow } from '../tags/tag.ts'

export const InternalArticle = model('internal_article', {
  ...internalArticle,
  folder_id: described(Nullable(Type.Integer()), 'The id of the folder that it is in; null if it is in none.'),
  tags: described(ContentTags, 'The tags of the article.'),
})

export const InternalArticlePages = model('internal_article_pages', NumberedPages.properties)

export type InternalArticleRow = InternalArticlesRow & { audience_ids: number[]; tags: AppliedTagRow[] }

export const presentInternalArticle = (row: InternalArticleRow): Static<typeof InternalArticle> => ({
  type: 'internal_article',
  id: String(row.id),
  title: row.title,
  body: row.body,
  body_markdown: row.body === null ? null : htmlToMarkdown(row.body),
  owner_id: row.owner_id,
  author_id: row.author_id,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  locale: row.locale,
  folder_id: row.folder_id,
  audience_ids: row.audience_ids,
  ai_chatbot_availability: row.ai_chatbot_availability,
  ai_copilot_availability: row.ai_copilot_availability,
  ai_sales_agent_availability: row.ai_sales_agent_availability,
  tags: presentContentTags(row.tags),
})
