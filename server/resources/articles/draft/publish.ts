import Type from 'typebox'
import { apiError } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, Nullable } from '../../../schema/types.ts'
import { Article } from '../article.ts'
import { isMultilingual, presentArticle } from '../present.ts'
import { type ArticleRow, lockArticle } from '../queries.ts'
import { finish } from '../write.ts'
import { publishText } from '../write-texts.ts'

export const publishDraft = operation({
  method: 'POST',
  path: '/articles/{article_id}/draft/publish',
  group: 'Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Publish an article draft',
  description:
    'The texts that wait become the live ones; each needs a title. Workspaces with several languages name those to ' +
    'publish.',
  params: Type.Object({ article_id: Type.String() }),
  body: described(
    Type.Object({
      locales: described(
        Type.Optional(Nullable(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 100 }))),
        'The languages to publish. Required in workspaces with several.',
      ),
    }),
    'The languages to publish.',
  ),
  reply: Article,
  answer: 'The article with its new text.',
  handle: async (ctx, { params, body }) => {
    const row = await lockArticle(ctx.db, ctx.workspaceId, params.article_id, 'article_part')
    for (const content of toPublish(row, body.locales ?? [])) await publishText(ctx, row, content)
    return presentArticle(ctx, await finish(ctx, row), { statistics: true })
  },
})

/** @throws 422 */
function toPublish(row: ArticleRow, locales: string[]) {
  const waiting = row.contents.filter(({ draft_version_id, state }) => draft_version_id !== null || state === 'draft')
  if (row.drafts.length === 0 && !isMultilingual(row)) throw refused('Article has no draft to publish')
  if (!isMultilingual(row)) return waiting
  if (locales.length === 0)
    throw apiError(
      422,
      'parameter_not_found',
      'locales must be specified to publish a draft on a multilingual workspace',
    )
  if (waiting.length === 0) throw refused('Article has no draft to publish')
  const idle = locales.filter((locale) => !waiting.some((content) => content.locale === locale))
  if (idle.length > 0) throw refused(`Cannot publish a draft for locale(s) without pending changes: ${idle.join(', ')}`)
  return waiting.filter(({ locale }) => locales.includes(locale))
}

const refused = (message: string) => apiError(422, 'parameter_invalid', message)
