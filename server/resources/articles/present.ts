/** Rows of an article as its wire form. */
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ArticleContentsRow } from '../../db/types/article_contents.ts'
import type { HelpCentersRow } from '../../db/types/help_centers.ts'
import { articleAddress } from '../help-centers/addresses.ts'
import { helpCenterUrl } from '../help-centers/help-center.ts'
import type { ArticleWire } from './article.ts'
import type { ArticleRow } from './queries.ts'

type Place = Pick<Ctx, 'workspace' | 'addressOf'> & Partial<Pick<Ctx, 'has'>>

interface Shown {
  /** Statistics stand in answers of one article, not in lists. */
  statistics?: boolean
  /** Shows the texts that wait in place of the live ones. */
  draft?: boolean
}

export function presentArticle(place: Place, row: ArticleRow, { statistics, draft }: Shown = {}): ArticleWire {
  const main = mainContent(row)
  const { type: _, audience_ids: __, ...content } = presentContent(place, row, main, draft)
  const { title, description, body, body_markdown, author_id, state, created_at, updated_at, ...rest } = content
  return {
    id: String(row.id),
    type: 'article',
    workspace_id: place.workspace.app_id,
    parent_id: row.parent_id,
    parent_type: row.parent_id === null ? null : kindOfParent(place, row),
    parent_ids: row.collection_ids,
    folder_id: row.folder_id,
    ...(statistics ? { statistics: presentStatistics(row) } : {}),
    tags: {
      type: 'tag.list',
      tags: row.tags.map(({ id, name }) => ({ type: 'tag' as const, id: String(id), name })),
    },
    content_id: String(main.id),
    title,
    description,
    body,
    body_markdown,
    author_id,
    state,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    ...rest,
    exclude_from_article_suggestions: false,
    help_center_audience: 'everyone',
    scheduled_publish_at: unix(row.scheduled_publish_at),
    scheduled_unpublish_at: unix(row.scheduled_unpublish_at),
    ...(isMultilingual(row)
      ? { default_locale: row.default_locale, translated_content: presentTranslations(place, row, draft) }
      : {}),
  }
}

/** A nested collection is a section to versions that know sections. */
const kindOfParent = ({ has }: Place, { is_parent_nested }: ArticleRow): string =>
  is_parent_nested && has && !has('NestCollections') ? 'section' : 'collection'

/** The content of the default language, or the first one that there is. */
export const mainContent = (row: Pick<ArticleRow, 'contents' | 'default_locale'>): ArticleContentsRow =>
  row.contents.find(({ locale }) => locale === row.default_locale) ?? row.contents[0]!

/** True if the help center or the article itself has another language than the default. */
export const isMultilingual = (row: Pick<ArticleRow, 'contents' | 'default_locale' | 'locales'>): boolean =>
  row.locales.length > 1 || row.contents.some(({ locale }) => locale !== row.default_locale)

function presentContent(place: Place, row: ArticleRow, content: ArticleContentsRow, draft = false) {
  const text = (draft && row.drafts.find(({ id }) => id === content.draft_version_id)) || content
  const staged = row.drafts.find(({ id }) => id === content.draft_version_id)
  return {
    type: 'article_content' as const,
    title: text.title,
    description: text.description,
    body: text.body,
    body_markdown: text.markdown,
    author_id: text.author_id,
    state: content.state as 'draft' | 'published',
    created_at: unix(content.created_at),
    updated_at: unix(content.updated_at),
    has_unpublished_changes: staged !== undefined,
    draft_updated_at: staged ? unix(staged.created_at) : null,
    url: urlOf(place, row, content),
    audience_ids: content.audience_ids,
    ai_chatbot_availability: content.ai_chatbot_availability,
    ai_copilot_availability: content.ai_copilot_availability,
    ai_sales_agent_availability: content.ai_sales_agent_availability,
    created_by_id: content.created_by_id,
    updated_by_id: content.updated_by_id,
  }
}

/** Readers open published articles of a collection in the languages of its help center, while the site of that is on. */
export function urlOf(
  place: Pick<Place, 'addressOf'>,
  row: ArticleRow,
  { locale, state, title }: ArticleContentsRow,
): string | null {
  const center: HelpCentersRow | null = row.help_center
  if (state !== 'published' || !center?.website_turned_on || !center.locales.includes(locale)) return null
  return articleAddress(helpCenterUrl(place, center), locale, { id: row.id, title })
}

const presentTranslations = (place: Place, row: ArticleRow, draft: boolean | undefined) => ({
  type: 'article_translated_content' as const,
  ...Object.fromEntries(row.contents.map((content) => [content.locale, presentContent(place, row, content, draft)])),
})

function presentStatistics({ views, conversations, happy, neutral, sad }: ArticleRow) {
  const reactions = happy + neutral + sad
  const share = (count: number) => (reactions === 0 ? 0 : Math.round((count * 100) / reactions))
  return {
    type: 'article_statistics' as const,
    views,
    conversations,
    reactions,
    happy_reaction_percentage: share(happy),
    neutral_reaction_percentage: share(neutral),
    sad_reaction_percentage: share(sad),
    fin_involvements: 0,
    fin_resolutions: 0,
    fin_resolution_rate: 0,
  }
}
