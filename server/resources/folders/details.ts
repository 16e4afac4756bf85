/** Properties of a folder in requests. */
import Type from 'typebox'
import { described, Nullable, Text } from '../../schema/types.ts'
import { FolderIdInput } from './place.ts'

export const name = described(Text(), 'The name.')
export const details = {
  description: Type.Optional(
    Nullable(Type.String({ maxLength: 2000, description: 'A description for teammates; null for none.' })),
  ),
  emoji: Type.Optional(Nullable(Type.String({ maxLength: 32, description: 'An emoji; null for none.' }))),
  parent_folder_id: Type.Optional(FolderIdInput),
}
