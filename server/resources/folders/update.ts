import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { given, readOptionalText, readText } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { details, name } from './details.ts'
import { Folder, presentFolder } from './folder.ts'
import { readFolderId } from './place.ts'
import * as queries from './queries.ts'

export const updateFolder = operation({
  method: 'PUT',
  path: '/folders/{folder_id}',
  group: 'Folders',
  summary: 'Update a folder',
  description: 'Properties that are left out stay as they are. A folder is not put into itself, nor below itself.',
  inferred: 'the code of a parent_folder_id that cannot be',
  params: Type.Object({ folder_id: Type.String() }),
  body: described(
    Type.Object({
      folder: described(Type.Object({ name: Type.Optional(name), ...details }), 'The details to change.'),
    }),
    'The details to change.',
  ),
  reply: Folder,
  answer: 'The folder with its new details.',
  handle: async (ctx, { params, body: { folder } }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id } = await queries.getFolder(db, workspaceId, params.folder_id)
    const parent = folder.parent_folder_id ?? null
    const parent_folder_id = await readFolderId(ctx, 'folder.parent_folder_id', parent)
    if (parent_folder_id !== null && (await queries.listFolderTree(db, workspaceId, id)).includes(parent_folder_id))
      throw parameterInvalid('A folder cannot be in itself', 'folder.parent_folder_id')
    const changes = given({
      name: folder.name === undefined ? undefined : readText('folder.name', folder.name),
      description: folder.description === undefined ? undefined : readOptionalText(folder.description),
      emoji: folder.emoji === undefined ? undefined : readOptionalText(folder.emoji),
      parent_folder_id: folder.parent_folder_id === undefined ? undefined : parent_folder_id,
    })
    await queries.updateFolder(db, workspaceId, id, { ...changes, updated_at: ctx.now })
    return presentFolder(await queries.getFolder(db, workspaceId, id))
  },
})
