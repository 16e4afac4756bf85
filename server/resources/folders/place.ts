/** The folder that something is put into, as a request names it. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { findFolder } from './queries.ts'

export const FolderIdInput = described(Nullable(IdInput), 'The id of the folder that it is in; null for none.')

/** The workspace must be locked, so that the folder stays. @throws 400 parameter_invalid where it does not exist */
export async function readFolderId(ctx: Ctx, name: string, id: string | number | null): Promise<number | null> {
  if (id === null) return null
  const folder = await findFolder(ctx.db, ctx.workspaceId, id)
  if (!folder) throw parameterInvalid(`${name} is not the id of a folder`, name)
  return folder.id
}
