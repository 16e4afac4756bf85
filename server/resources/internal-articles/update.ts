import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { given, readLocale } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { getAudienceIds, replaceAudiences } from '../audiences/content-audiences.ts'
import { columnsOf, details, title } from './details.ts'
import { indexInternalArticle } from './index-internal-article.ts'
import { InternalArticle, presentInternalArticle } from './internal-article.ts'
import * as queries from './queries.ts'

export const updateInternalArticle = operation({
  method: 'PUT',
  path: '/internal_articles/{internal_article_id}',
  group: 'Internal Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Update an internal article',
  description: 'Properties that are left out stay as they are.',
  inferred: 'the codes of an unknown admin or folder',
  params: Type.Object({ internal_article_id: Type.String() }),
  body: described(
    Type.Object({
      title: Type.Optional(title),
      ...details,
      json_blocks: Type.Optional(
        Type.Array(Type.Unknown(), {
          description: 'The words as blocks. Not together with `body` or `body_markdown`.',
        }),
      ),
      locale: Type.Optional(Type.String({ maxLength: 35, description: 'The language, such as `en`.' })),
    }),
    'The details to change.',
  ),
  reply: InternalArticle,
  answer: 'The article with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id } = await queries.getInternalArticle(db, workspaceId, params.internal_article_id)
    const locale = body.locale === undefined ? undefined : readLocale('locale', body.locale)
    const changes = {
      ...(await columnsOf(ctx, body)),
      ...given({ locale }),
      updated_by_id: ctx.actor.adminId,
      updated_at: ctx.now,
    }
    await queries.updateInternalArticle(db, workspaceId, id, changes)
    if (body.audience_ids !== undefined) {
      const audiences = await getAudienceIds(db, workspaceId, body.audience_ids)
      await replaceAudiences(db, workspaceId, 'internal_article', [id], audiences)
    }
    const row = await queries.getInternalArticle(db, workspaceId, id)
    await indexInternalArticle(ctx, row)
    return presentInternalArticle(row)
  },
})
