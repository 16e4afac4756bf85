/** The folder on the wire: content that teammates keep together. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { FoldersRow } from '../../db/types/folders.ts'
import { CreatedAt, described, model, Nullable, UpdatedAt } from '../../schema/types.ts'

export const Folder = model('folder', {
  id: Type.Integer({ description: 'The id of the folder.' }),
  name: Type.String({ description: 'The name.' }),
  description: described(Nullable(Type.String()), 'A description for teammates; null if there is none.'),
  emoji: described(Nullable(Type.String()), 'An emoji; null if there is none.'),
  parent_folder_id: described(Nullable(Type.Integer()), 'The id of the folder that it is in; null at the top.'),
  content_count: Type.Integer({ description: 'The number of items in the folder itself.' }),
  created_at: CreatedAt('folder'),
  updated_at: UpdatedAt('folder'),
})

export type FolderRow = FoldersRow & { content_count: number }

export const presentFolder = (row: FolderRow): Static<typeof Folder> => ({
  id: row.id,
  name: row.name,
  description: row.description,
  emoji: row.emoji,
  parent_folder_id: row.parent_folder_id,
  content_count: row.content_count,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})
