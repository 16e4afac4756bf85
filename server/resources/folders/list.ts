import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { numberedPages, PageList } from '../../http/pages.ts'
import { WidePageQuery, widePageOf } from '../../http/wide-pages.ts'
import { Folder, presentFolder } from './folder.ts'
import * as queries from './queries.ts'

const PER_PAGE = 50

export const listFolders = operation({
  method: 'GET',
  path: '/folders',
  group: 'Folders',
  summary: 'List all folders',
  description: 'Oldest first, those of every level, or with `parent_folder_id` those in one folder.',
  inferred: 'the order',
  query: Type.Object({
    ...WidePageQuery.properties,
    parent_folder_id: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'The id of the folder that they are in.',
      }),
    ),
  }),
  reply: PageList(Folder),
  answer: 'A page of folders.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = widePageOf(query, PER_PAGE)
    const asked = { perPage, offset, parent: query.parent_folder_id }
    const { rows, total } = await queries.listFolders(ctx.db, ctx.workspaceId, asked)
    return {
      type: 'list' as const,
      data: rows.map(presentFolder),
      total_count: total,
      pages: numberedPages(ctx, page, perPage, total),
    }
  },
})
