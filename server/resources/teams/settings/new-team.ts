/** Makes teams: for the settings and for the demo. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Db } from '../../../db/pool.ts'
import { described, Text } from '../../../schema/types.ts'
import { updateMembers } from '../queries.ts'
import { columnsOf, details, membersOf } from './details.ts'
import { insertTeam } from './queries.ts'

export const NewTeam = Type.Object({ name: described(Text(), 'The name.'), ...details })

/** @returns the id. @throws 400 parameter_invalid */
export async function makeTeam(db: Db, workspaceId: number, given: Static<typeof NewTeam>, now: Date): Promise<number> {
  const columns = columnsOf(given)
  const { distribution_method = null } = columns
  const members = await membersOf(db, workspaceId, { distribution_method, members: [] }, given)
  const id = await insertTeam(db, workspaceId, { ...columns, name: columns.name!, created_at: now })
  await updateMembers(db, workspaceId, id, members)
  return id
}
