import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { model } from '../../schema/types.ts'
import * as queries from './queries.ts'

export const deleteFolder = operation({
  method: 'DELETE',
  path: '/folders/{folder_id}',
  group: 'Folders',
  summary: 'Delete a folder',
  description: 'Refused with 422 while content or other folders are in it.',
  inferred: 'the code of the 422, and that folders in it count',
  params: Type.Object({ folder_id: Type.String() }),
  reply: model('deleted_folder_object', {
    id: Type.Integer({ description: 'The id of the folder that was deleted.' }),
    object: Type.Literal('folder'),
    deleted: Type.Literal(true),
  }),
  answer: 'The id of the deleted folder.',
  refusals: { 422: 'Content or other folders are in the folder.' },
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id, content_count } = await queries.getFolder(db, workspaceId, params.folder_id)
    if (content_count > 0) throw apiError(422, 'folder_not_empty', 'Folder contains content')
    if (await queries.hasFolders(db, workspaceId, id))
      throw apiError(422, 'folder_not_empty', 'Folder contains other folders')
    await queries.deleteFolder(db, workspaceId, id)
    return { id, object: 'folder' as const, deleted: true as const }
  },
})
