/** The audience of a banner: a query as searches of contacts take it, compiled for one contact. */
import type { Ctx } from '../../context.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { BannersRow } from '../../db/types/banners.ts'
import { ApiError, apiError, parameterInvalid } from '../../http/errors.ts'
import { separated } from '../../search/combine.ts'
import { compileQuery, segmentIdsOf } from '../../search/compile.ts'
import { parseSegmentFilter } from '../../search/parse.ts'
import { searchContextOf } from '../contacts/search-context.ts'
import { contactSearch } from '../contacts/search-fields.ts'

/** As JSON. */
const MAX_LENGTH = 65_536

/** In an object, because a fragment that a promise brings would be run. */
interface Condition {
  sql: Fragment
}

/** @throws 400 as a search would */
async function conditionOf(ctx: Ctx, audience: unknown): Promise<Condition> {
  if (audience === null) return { sql: fragment`true` }
  const query = parseSegmentFilter(audience)
  const context = await searchContextOf(ctx, query)
  const unknown = segmentIdsOf(query).find((id) => !context.segments.has(id))
  if (unknown !== undefined) throw apiError(400, 'invalid_value', `${unknown.slice(0, 100)} is not a valid segment`)
  return { sql: compileQuery(query, contactSearch, { ...context, insideSegment: true }) }
}

/** @throws 400 invalid_query, invalid_field, invalid_operator, invalid_value, … as a search would */
export async function checkAudience(ctx: Ctx, audience: unknown): Promise<void> {
  if (JSON.stringify(audience).length > MAX_LENGTH)
    throw parameterInvalid(`audience must not be longer than ${MAX_LENGTH} characters`, 'audience')
  await conditionOf(ctx, audience)
}

/** @returns the banners whose audience the contact is in now; one that names what is gone has none */
export async function matching(ctx: Ctx, banners: BannersRow[], contactId: string): Promise<BannersRow[]> {
  if (banners.length === 0) return []
  const conditions = await Promise.all(
    banners.map(({ audience }) =>
      conditionOf(ctx, audience).catch((error): Condition => {
        if (error instanceof ApiError) return { sql: fragment`false` }
        throw error
      }),
    ),
  )
  const matches = await testContact(ctx.db, ctx.workspaceId, contactId, conditions)
  return banners.filter((_, at) => matches[at])
}

async function testContact(db: Db, workspaceId: number, id: string, conditions: Condition[]): Promise<boolean[]> {
  const tests = conditions.map(({ sql }) => fragment`coalesce(${sql}, false)`)
  const [row] = await db<{ matches: boolean[] }[]>`
    select array[${separated(tests, fragment`,`)}] as matches
    from contacts where workspace_id = ${workspaceId} and id = ${id}`
  return row?.matches ?? []
}
