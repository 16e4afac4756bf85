import Type from 'typebox'
import { apiError } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { Article } from '../article.ts'
import { mainContent, presentArticle } from '../present.ts'
import { lockArticle } from '../queries.ts'
import { readTexts, textFields } from '../text-input.ts'
import { assertTitlesOfPlan } from '../title.ts'
import { applyTexts, finish } from '../write.ts'

export const stageDraft = operation({
  method: 'PUT',
  path: '/articles/{article_id}/draft',
  group: 'Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Stage an article draft',
  description:
    'The live texts stay as they are until the draft is published. Only title, description, body and author wait; ' +
    'other fields are ignored.',
  params: Type.Object({ article_id: Type.String() }),
  body: described(Type.Object(textFields), 'The texts that are to wait.'),
  reply: Article,
  answer: 'The article as it will be.',
  handle: async (ctx, { params, body }) => {
    const row = await lockArticle(ctx.db, ctx.workspaceId, params.article_id, 'article_part')
    const main = mainContent(row)
    if (main.state !== 'published')
      throw apiError(422, 'parameter_invalid', 'Article must be published before a draft can be staged')
    const texts = readTexts(body, main.locale, { note: ctx.note })
    for (const text of texts.values()) {
      delete text.state
      delete text.audience_ids
    }
    await applyTexts(ctx, row, texts, true)
    const after = await finish(ctx, row)
    assertTitlesOfPlan(after)
    return presentArticle(ctx, after, { draft: true, statistics: true })
  },
})
