/** The type that the path of an operation names, with its links. */
import type { Ctx } from '../../context.ts'
import { apiError } from '../../http/errors.ts'
import { listRelationships } from './link-queries.ts'
import { linksOf, type Link } from './links.ts'
import type { TypeRow } from './settings/custom-object-type.ts'
import { findType } from './settings/queries.ts'

/** @throws 404 not_found */
export async function readType(ctx: Ctx, identifier: string): Promise<TypeRow> {
  const type = await findType(ctx.db, ctx.workspaceId, identifier)
  if (!type) throw apiError(404, 'not_found', `Custom object type \`${identifier}\` not found`)
  return type
}

export const readLinks = async (ctx: Ctx, { id }: TypeRow): Promise<Link[]> =>
  linksOf(id, await listRelationships(ctx.db, ctx.workspaceId, id))
