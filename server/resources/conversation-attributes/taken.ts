/** Names of attributes are unique, since conversations set them by name. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { isNameTaken } from './queries.ts'

/** @throws 400 where an attribute in use has the name; the attributes must be locked */
export async function refuseTakenName(ctx: Ctx, name: string): Promise<void> {
  if (await isNameTaken(ctx.db, ctx.workspaceId, name))
    throw parameterInvalid(`A conversation attribute named '${name}' already exists`)
}
