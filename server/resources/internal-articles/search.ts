import Type from 'typebox'
import { findContentPage } from '../../content/index/find.ts'
import { ADMIN } from '../../content/index/reader.ts'
import type { Ctx } from '../../context.ts'
import { fragment } from '../../db/pool.ts'
import { operation } from '../../http/operation.ts'
import { numberedPages } from '../../http/pages.ts'
import { WidePageQuery, widePageOf } from '../../http/wide-pages.ts'
import { numberId } from '../../ids.ts'
import { described, model, Text } from '../../schema/types.ts'
import { listFolderTree } from '../folders/queries.ts'
import { InternalArticle, InternalArticlePages, presentInternalArticle } from './internal-article.ts'
import { listInternalArticles, readInternalArticles } from './queries.ts'

const PER_PAGE = 10

export const searchArticles = operation({
  method: 'GET',
  path: '/internal_articles/search',
  group: 'Internal Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Search for internal articles',
  description:
    'Articles in a folder and the folders below it, newest first; or articles with the words of `phrase`, best first; or both. Without either, none.',
  inferred: 'phrase, which is an addition of Parley, and the order',
  query: Type.Object({
    ...WidePageQuery.properties,
    folder_id: described(Type.Optional(Text()), 'The id of the folder.'),
    phrase: described(Type.Optional(Text()), 'Words that the title or the body must have, as one types them.'),
  }),
  reply: model('internal_article_search', {
    type: Type.Literal('list'),
    total_count: described(Type.Integer(), 'The number of articles that match.'),
    internal_articles: described(Type.Array(InternalArticle), 'The articles of the page.'),
    pages: described(InternalArticlePages, 'The place of the page among all.'),
  }),
  answer: 'A page of the articles that match.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = widePageOf(query, PER_PAGE)
    const words = query.phrase?.trim() || undefined
    const folder = query.folder_id?.trim() || undefined
    const folders =
      folder === undefined && words !== undefined
        ? undefined
        : await listFolderTree(ctx.db, ctx.workspaceId, numberId(folder ?? '') ?? 0)
    const { rows, total } =
      words === undefined
        ? await listInternalArticles(ctx.db, ctx.workspaceId, { perPage, offset }, folders)
        : await findByWords(ctx, { words, folders }, { limit: perPage, offset })
    return {
      type: 'list' as const,
      total_count: total,
      internal_articles: rows.map(presentInternalArticle),
      pages: numberedPages(ctx, page, perPage, total),
    }
  },
})

async function findByWords(
  { db, workspaceId }: Ctx,
  { words, folders }: { words: string; folders: number[] | undefined },
  page: { limit: number; offset: number },
) {
  const only = folders && fragment`x.folder_id = any(${folders}::bigint[])`
  const wanted = { kind: 'internal_article' as const, text: words, reader: ADMIN, only }
  const { found, total } = await findContentPage(db, workspaceId, wanted, page)
  const ids = found.map(({ item_id }) => item_id)
  return { rows: await readInternalArticles(db, workspaceId, ids), total }
}
