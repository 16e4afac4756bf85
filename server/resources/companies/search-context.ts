/** Facts for a search of companies besides its query: the attributes that it names. */
import type { Ctx } from '../../context.ts'
import { attributesOf } from '../../search/compile.ts'
import type { SearchContext } from '../../search/fields.ts'
import type { Query } from '../../search/parse.ts'
import { requestContext } from '../../search/request-context.ts'
import { listAttributeTypes } from '../data-attributes/queries.ts'

/** No field of companies asks for a segment. */
export async function searchContextOf(ctx: Ctx, query: Query): Promise<SearchContext> {
  return requestContext(ctx, await listAttributeTypes(ctx.db, ctx.workspaceId, 'company', attributesOf(query)))
}
