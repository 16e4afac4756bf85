/** The article in webhooks: times are texts, and `body_markdown` is null. Source: captured deliveries. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { IsoTime, model, Nullable } from '../../schema/types.ts'
import { Article, type ArticleWire } from './article.ts'
import { presentArticle } from './present.ts'
import type { ArticleRow } from './queries.ts'

const { parent_id, parent_type, parent_ids, statistics, tags } = Article.properties
const { id, type, workspace_id, content_id, title, description, body, author_id, state, url } = Article.properties

export const DeliveredArticle = model('delivered_article', {
  id,
  type,
  workspace_id,
  parent_id,
  parent_type,
  parent_ids,
  statistics,
  tags,
  content_id,
  title,
  description,
  body,
  body_markdown: Nullable(Type.String()),
  author_id,
  state,
  created_at: IsoTime,
  updated_at: IsoTime,
  url,
  default_locale: Article.properties.default_locale,
  translated_content: Article.properties.translated_content,
})

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString()

export function presentDeliveredArticle(
  place: Parameters<typeof presentArticle>[0],
  row: ArticleRow,
): Static<typeof DeliveredArticle> {
  const wire: ArticleWire = presentArticle(place, row, { statistics: true })
  return {
    id: wire.id,
    type: wire.type,
    workspace_id: wire.workspace_id,
    parent_id: wire.parent_id,
    // The form of an event is the newest, whichever version caused it.
    parent_type: wire.parent_id === null ? null : 'collection',
    parent_ids: wire.parent_ids,
    statistics: wire.statistics,
    tags: wire.tags,
    content_id: wire.content_id,
    title: wire.title,
    description: wire.description,
    body: wire.body,
    body_markdown: null,
    author_id: wire.author_id,
    state: wire.state,
    created_at: isoOf(wire.created_at),
    updated_at: isoOf(wire.updated_at),
    url: wire.url,
    ...(wire.default_locale === undefined
      ? {}
      : { default_locale: wire.default_locale, translated_content: wire.translated_content }),
  } as Static<typeof DeliveredArticle>
}
