import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Folder, presentFolder } from './folder.ts'
import * as queries from './queries.ts'

export const getFolder = operation({
  method: 'GET',
  path: '/folders/{folder_id}',
  group: 'Folders',
  summary: 'Retrieve a folder',
  params: Type.Object({ folder_id: Type.String() }),
  reply: Folder,
  answer: 'The folder.',
  handle: async (ctx, { params }) => presentFolder(await queries.getFolder(ctx.db, ctx.workspaceId, params.folder_id)),
})
