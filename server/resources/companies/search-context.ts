/** What a search of companies must know besides its query: the attributes that it names. */
import type { Ctx } from '../../context.ts'
import { usesAttributes } from '../../search/compile.ts'
import type { SearchContext } from '../../search/fields.ts'
import type { Query } from '../../search/parse.ts'
import { listAttributeTypes } from './attribute-queries.ts'

export async function searchContextOf(ctx: Ctx, query: Query): Promise<SearchContext> {
  const attributes = usesAttributes(query) ? await listAttributeTypes(ctx.db, ctx.workspaceId) : []
  return {
    workspaceId: ctx.workspaceId,
    timeZone: ctx.workspace.time_zone,
    now: ctx.now,
    has: ctx.has,
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
    segments: new Map(), // no field of companies asks for one
  }
}
