/** A content that a search found, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Kind } from '../../content/index/queries.ts'
import { described, IdOf, model, Nullable } from '../../schema/types.ts'

const TYPES = {
  article: 'article',
  internal_article: 'internal_article',
  content_snippet: 'content_snippet',
  external_page: 'external_content',
} as const satisfies Record<Kind, string>

export const ContentResult = model('content_search_result', {
  type: described(
    Type.Enum(['content_snippet', 'external_content', 'file_source_content', 'internal_article', 'article']),
    'The type of the content.',
  ),
  id: IdOf('content'),
  title: described(Type.String(), 'The title. Articles show that of their default language.'),
  contents: described(
    Type.Optional(
      Type.Array(
        Type.Object({
          type: Type.Literal('article_content'),
          id: IdOf('text'),
          title: described(Type.String(), 'The title in this language.'),
          locale: described(Type.String(), 'The language, such as `en`.'),
        }),
      ),
    ),
    'The article in each of its languages. Only articles have it.',
  ),
})

export const ContentSearchPages = model('content_search_pages', {
  type: Type.Literal('pages'),
  page: described(Type.Integer(), 'The number of this page; the first is 1.'),
  per_page: described(Type.Integer(), 'The number of items on a page.'),
  total_pages: described(Type.Integer(), 'The number of pages.'),
  next: described(Nullable(Type.String()), 'The address of the next page; null on the last.'),
  prev: described(Nullable(Type.String()), 'The address of the page before; null on the first.'),
})

export interface ContentText {
  id: number
  title: string
  locale: string
}

export interface ResultRow {
  kind: Kind
  item_id: number
  title: string
  /** Texts of an article, the one of its default language first. */
  texts: ContentText[]
}

export const presentResult = ({ kind, item_id, title, texts }: ResultRow): Static<typeof ContentResult> => ({
  type: TYPES[kind],
  id: String(item_id),
  title: texts[0]?.title ?? title,
  ...(kind === 'article' && {
    contents: texts.map((text) => ({
      type: 'article_content' as const,
      id: String(text.id),
      title: text.title,
      locale: text.locale,
    })),
  }),
})
