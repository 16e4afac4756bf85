import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { getAudienceIds, replaceAudiences } from '../audiences/content-audiences.ts'
import { columnsOf, details, title } from './details.ts'
import { indexInternalArticle } from './index-internal-article.ts'
import { InternalArticle, presentInternalArticle } from './internal-article.ts'
import * as queries from './queries.ts'

const NO_AUTHOR = 'author_id must be in the main body or default locale translated_content object'
const LOCALE = 'en'

export const createInternalArticle = operation({
  method: 'POST',
  path: '/internal_articles',
  group: 'Internal Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Create an internal article',
  description: 'Only teammates see it. Assistants answer from it if its availabilities say so.',
  inferred: 'the codes of an unknown admin or folder',
  body: described(Type.Object({ title, ...details }), 'The new article.'),
  reply: InternalArticle,
  answer: 'The new article.',
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    if (body.author_id === undefined) throw apiError(400, 'parameter_not_found', NO_AUTHOR)
    if (body.owner_id === undefined) throw parameterMissing('owner_id')
    await lockWorkspace(db, workspaceId)
    const { title: name, author_id, owner_id, ...columns } = await columnsOf(ctx, body)
    const audiences = await getAudienceIds(db, workspaceId, body.audience_ids ?? null)
    const by = ctx.actor.adminId
    const article = {
      ...columns,
      title: name!,
      author_id: author_id!,
      owner_id: owner_id!,
      locale: LOCALE,
      created_by_id: by,
      updated_by_id: by,
    }
    const id = await queries.insertInternalArticle(db, workspaceId, article, ctx.now)
    await replaceAudiences(db, workspaceId, 'internal_article', [id], audiences)
    const row = await queries.getInternalArticle(db, workspaceId, id)
    await indexInternalArticle(ctx, row)
    return presentInternalArticle(row)
  },
})
