/**
 * The article on the wire. Its fields are those of the default language; the other languages stand in
 * `translated_content`, which workspaces with one language do not have. Key order: captured answers.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { TagBasic } from '../../schema/tag-basic.ts'
import { CreatedAt, described, Id, IdOf, model, Nullable, Timestamp, UpdatedAt } from '../../schema/types.ts'
import { inEachLocale } from '../../schema/locales.ts'

export const ArticleState = described(
  Type.Enum(['published', 'draft']),
  '`published` if readers may see it, `draft` if not.',
)

const shared = {
  title: described(Type.String(), 'The title.'),
  description: described(Nullable(Type.String()), 'A sentence on what it is about.'),
  body: described(Nullable(Type.String()), 'The text as HTML.'),
  body_markdown: described(Nullable(Type.String()), 'The text as Markdown.'),
  author_id: described(Type.Integer(), 'The id of the admin who is named as its author.'),
  state: ArticleState,
  created_at: CreatedAt('article'),
  updated_at: UpdatedAt('article'),
  has_unpublished_changes: described(Type.Boolean(), 'True if it is published and a newer text waits to be published.'),
  draft_updated_at: described(Nullable(Timestamp), 'When the text that waits last changed; null if none waits.'),
  url: described(Nullable(Type.String()), 'Its address on the help center; null where readers cannot open it.'),
}

const availability = {
  ai_chatbot_availability: described(Type.Boolean(), 'True if an AI agent may answer with it.'),
  ai_copilot_availability: described(Type.Boolean(), 'True if the copilot of admins may use it.'),
  ai_sales_agent_availability: described(Type.Boolean(), 'True if an AI sales agent may use it.'),
  created_by_id: described(Nullable(Type.Integer()), 'The id of the admin who created it; null if unknown.'),
  updated_by_id: described(Nullable(Type.Integer()), 'The id of the admin who last changed it; null if unknown.'),
}

export const ArticleContent = model('article_content', {
  type: described(Nullable(Type.Literal('article_content')), 'The kind of object.'),
  ...shared,
  audience_ids: described(
    Nullable(Type.Array(Type.Integer())),
    'The audiences that an AI agent answers with it; null for everybody.',
  ),
  ...availability,
})

export const TranslatedContent = model('article_translated_content', {
  type: described(Nullable(Type.Literal('article_translated_content')), 'The kind of object.'),
  ...inEachLocale(Nullable(ArticleContent), 'The article'),
})

const Statistics = model('article_statistics', {
  type: Type.Literal('article_statistics'),
  views: described(Type.Integer(), 'The number of times that it was opened.'),
  conversations: described(Type.Integer(), 'The number of conversations that began from it.'),
  reactions: described(Type.Integer(), 'The number of reactions to it.'),
  happy_reaction_percentage: described(Type.Number(), 'The share of happy ones.'),
  neutral_reaction_percentage: described(Type.Number(), 'The share of neutral ones.'),
  sad_reaction_percentage: described(Type.Number(), 'The share of sad ones.'),
  fin_involvements: described(Type.Integer(), 'The number of answers of an AI agent that came from it.'),
  fin_resolutions: described(Type.Integer(), 'The number of those answers that were enough.'),
  fin_resolution_rate: described(Type.Number(), 'The share of these.'),
})

export const Article = model('article', {
  id: IdOf('article'),
  type: Type.Literal('article'),
  workspace_id: described(Id, 'The id of the workspace.'),
  parent_id: described(Nullable(Type.Integer()), 'The collection or section that was sent with it; null for none.'),
  parent_type: described(Nullable(Type.String()), 'The kind of that parent: `collection` or `section`.'),
  parent_ids: described(Type.Array(Type.Integer()), 'The collections that it is in.'),
  statistics: described(Type.Optional(Statistics), 'Figures about its readers. Absent in lists and searches.'),
  tags: described(
    Type.Object({
      type: Type.Literal('tag.list'),
      tags: described(Type.Array(TagBasic), 'The tags.'),
    }),
    'The tags of the article.',
  ),
  folder_id: described(Nullable(Type.Integer()), 'The folder that it is in; null for none.'),
  content_id: described(Type.String(), 'The id of its text in the default language.'),
  ...shared,
  ...availability,
  exclude_from_article_suggestions: described(Type.Boolean(), 'True if an AI agent does not suggest it.'),
  help_center_audience: described(
    Nullable(Type.Enum(['everyone', 'all_users', 'all_visitors', 'all_leads', 'all_visitors_and_leads', 'restricted'])),
    'The readers of the help center who may see it.',
  ),
  scheduled_publish_at: described(Nullable(Timestamp), 'When it will be published; null if that is not planned.'),
  scheduled_unpublish_at: described(Nullable(Timestamp), 'When it will be a draft again; null if that is not planned.'),
  default_locale: described(
    Type.Optional(Type.String()),
    'The default language. Absent in workspaces with one language.',
  ),
  translated_content: described(
    Type.Optional(Nullable(TranslatedContent)),
    'The article in each of its languages. Absent in workspaces with one language.',
  ),
})

export type ArticleWire = Static<typeof Article>
