/** Makes segments: for the settings and for the demo. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { described, Text } from '../../../schema/types.ts'
import { readText } from '../../../http/given.ts'
import { checkFilter } from './filter.ts'
import { insertSegment } from './queries.ts'
import { Filter, PersonType } from './segment.ts'

export const NewSegment = Type.Object({ name: described(Text(), 'The name.'), person_type: PersonType, filter: Filter })

/** @returns the id. @throws 400 where a search would refuse the filter */
export async function makeSegment(ctx: Ctx, given: Static<typeof NewSegment>): Promise<string> {
  const { person_type, filter } = given
  const name = readText('name', given.name)
  // Attributes and segments that the filter asks for are not taken away before it is stored.
  await lockWorkspace(ctx.db, ctx.workspaceId)
  await checkFilter(ctx, { id: null, person_type, filter })
  return insertSegment(ctx.db, ctx.workspaceId, { name, person_type, filter }, ctx.now)
}
