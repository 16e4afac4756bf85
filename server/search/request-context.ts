/** The context of a request's search: besides the query, the attributes and segments that it names. */
import type { Ctx } from '../context.ts'
import type { SearchContext } from './fields.ts'
import type { Query } from './parse.ts'

export function requestContext(
  { workspaceId, workspace, now, has }: Ctx,
  attributes: { name: string; data_type: string }[] = [],
  segments: ReadonlyMap<string, Query> = new Map(),
): SearchContext {
  return {
    workspaceId,
    timeZone: workspace.time_zone,
    now,
    has,
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
    segments,
  }
}
