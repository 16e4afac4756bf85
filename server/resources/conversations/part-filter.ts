/** Filter of a conversation's parts by their types. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError } from '../../http/errors.ts'
import type { PartFilter } from '../../threads/queries.ts'

const NAMES = ['include_part_types', 'exclude_part_types'] as const

const Types = (which: string) =>
  Type.Optional(
    Type.String({ description: `The types of parts that are ${which}, up to 50, with commas between them.` }),
  )

export const PartFilterQuery = Type.Object({
  include_part_types: Types('shown'),
  exclude_part_types: Types('left out'),
})

const MOST = 50

/** @throws 422 parameter_invalid, also in the versions that cannot filter parts */
export function readPartFilter(ctx: Ctx, query: Static<typeof PartFilterQuery>): PartFilter | undefined {
  if (!ctx.has('FilterPartsByType')) {
    // Parameters that a version does not have are dropped before.
    const asked = new URL(ctx.url).searchParams
    const name = NAMES.find((one) => asked.has(one))
    if (name) throw invalid(`${name} is not available in current API version`)
    return undefined
  }
  const { include_part_types: include, exclude_part_types: exclude } = query
  if (include !== undefined && exclude !== undefined)
    throw invalid('include_part_types and exclude_part_types cannot be given together')
  if (include !== undefined) return { types: typesOf('include_part_types', include), shown: true }
  return exclude === undefined ? undefined : { types: typesOf('exclude_part_types', exclude), shown: false }
}

function typesOf(name: string, text: string): string[] {
  const types = text.split(',').map((type) => type.trim())
  if (types.length > MOST) throw invalid(`${name} must not have more than ${MOST} types`)
  if (!types.every((type) => /^[a-z_]{1,100}$/.test(type)))
    throw invalid(`${name} must be a list of types of parts, with commas between them`)
  return types
}

const invalid = (message: string) => apiError(422, 'parameter_invalid', message)
