/** A version of an article's text on the wire: in lists without the text. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { ArticleVersionsRow } from '../../../db/types/article_versions.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../../schema/types.ts'

const head = {
  type: Type.Literal('article_version'),
  id: IdOf('version'),
  article_id: IdOf('article'),
  title: described(Type.String(), 'The title at this version.'),
  description: described(Nullable(Type.String()), 'The description at this version.'),
}
const foot = {
  author_id: described(Type.String(), 'The id of the admin who was named as the author.'),
  created_by_id: described(Nullable(Type.String()), 'The id of the admin who made the version; null if unknown.'),
  created_via: described(Type.String(), 'The way it was made, such as `api`.'),
  from_version_id: described(Nullable(Type.String()), 'The version that it was made from; null for the first.'),
  state: described(Type.Enum(['published', 'draft']), '`published` if it is the live text, `draft` if not.'),
  created_at: CreatedAt('version'),
}

export const VersionSummary = model('article_version_summary', { ...head, ...foot })

export const ArticleVersion = model('article_version', {
  ...head,
  body: described(Nullable(Type.String()), 'The text as HTML.'),
  body_markdown: described(Nullable(Type.String()), 'The text as Markdown.'),
  ...foot,
  updated_at: UpdatedAt('version'),
})

export type VersionRow = ArticleVersionsRow & { is_live: boolean }

export const presentSummary = (row: VersionRow): Static<typeof VersionSummary> => ({
  type: 'article_version',
  id: String(row.id),
  article_id: String(row.article_id),
  title: row.title,
  description: row.description,
  author_id: String(row.author_id),
  created_by_id: row.created_by_id === null ? null : String(row.created_by_id),
  created_via: row.created_via,
  from_version_id: row.from_version_id === null ? null : String(row.from_version_id),
  state: row.is_live ? 'published' : 'draft',
  created_at: unix(row.created_at),
})

export function presentVersion(row: VersionRow): Static<typeof ArticleVersion> {
  const { type, id, article_id, title, description, ...rest } = presentSummary(row)
  return {
    type,
    id,
    article_id,
    title,
    description,
    body: row.body,
    body_markdown: row.markdown,
    ...rest,
    updated_at: unix(row.created_at),
  }
}
