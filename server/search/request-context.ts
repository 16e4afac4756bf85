/** What a search of a request means, besides what it asks for: of attributes and segments, those that it names. */
import type { Ctx } from '../context.ts'
import type { SearchContext } from './fields.ts'
import type { KnownAttributes } from './index/known-attributes.ts'
import type { Query } from './parse.ts'

export function requestContext(
  { workspaceId, workspace, now, has }: Ctx,
  { attributes, source }: KnownAttributes = { attributes: [] },
  segments: ReadonlyMap<string, Query> = new Map(),
): SearchContext {
  return {
    workspaceId,
    timeZone: workspace.time_zone,
    now,
    has,
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
    ...(source && { source }),
    segments,
  }
}
