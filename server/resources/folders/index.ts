/** Folders: content that teammates keep together, in a tree. */
import { createFolder } from './create.ts'
import { deleteFolder } from './delete.ts'
import { getFolder } from './get.ts'
import { listFolders } from './list.ts'
import { updateFolder } from './update.ts'

export const folders = [listFolders, createFolder, getFolder, updateFolder, deleteFolder]
