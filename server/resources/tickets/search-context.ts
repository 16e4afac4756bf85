/** Facts for a search of tickets besides its query: the attributes that it names by their ids. */
import type { Ctx } from '../../context.ts'
import type { SearchContext } from '../../search/fields.ts'
import { fieldsOf, type Query } from '../../search/parse.ts'
import { requestContext } from '../../search/request-context.ts'
import { numberId } from '../../ids.ts'
import { listAttributesByIds, type FoundAttribute } from '../ticket-types/attribute-queries.ts'
import { optionsOf } from '../data-attributes/options.ts'
import { keyOf } from './attributes.ts'
import type { SearchedAttribute } from './search-fields.ts'

const PREFIX = 'ticket_attribute.'

export async function ticketSearchContext(ctx: Ctx, query: Query): Promise<SearchContext> {
  const ids = fieldsOf(query)
    .filter(({ field }) => field.startsWith(PREFIX))
    .flatMap(({ field }) => numberId(field.slice(PREFIX.length)) ?? [])
  const attributes = ids.length === 0 ? [] : await listAttributesByIds(ctx.db, ctx.workspaceId, ids)
  return {
    ...requestContext(ctx),
    attributes: new Map(attributes.map((one) => [String(one.id), searched(one)])),
  }
}

const searched = (attribute: FoundAttribute): SearchedAttribute => ({
  data_type: attribute.data_type,
  key: keyOf(attribute),
  options: optionsOf(attribute) ?? [],
})
