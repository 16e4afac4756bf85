import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { readOptionalText, readText } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { details, name } from './details.ts'
import { Folder, presentFolder } from './folder.ts'
import { readFolderId } from './place.ts'
import * as queries from './queries.ts'

export const createFolder = operation({
  method: 'POST',
  path: '/folders',
  group: 'Folders',
  summary: 'Create a folder',
  description: 'In the folder that `parent_folder_id` names, or at the top.',
  inferred: 'the code of an unknown parent_folder_id',
  body: described(
    Type.Object({ folder: described(Type.Object({ name, ...details }), 'The new folder.') }),
    'The new folder.',
  ),
  reply: Folder,
  answer: 'The new folder.',
  handle: async (ctx, { body: { folder } }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const id = await queries.insertFolder(
      db,
      workspaceId,
      {
        name: readText('folder.name', folder.name),
        description: readOptionalText(folder.description ?? null),
        emoji: readOptionalText(folder.emoji ?? null),
        parent_folder_id: await readFolderId(ctx, 'folder.parent_folder_id', folder.parent_folder_id ?? null),
      },
      ctx.now,
    )
    return presentFolder(await queries.getFolder(db, workspaceId, id))
  },
})
