/** To whom a request hands things over. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Db } from '../../../db/pool.ts'
import { notFound, parameterInvalid } from '../../../http/errors.ts'
import { described, IdInput, Nullable } from '../../../schema/types.ts'
import { findAssignee } from '../../../threads/assignee-queries.ts'
import type { Assignee } from './hand-over.ts'

export const HandOver = Type.Object({
  hand_over_to_admin_id: described(Type.Optional(Nullable(IdInput)), 'The id of the admin who takes over.'),
  hand_over_to_team_id: described(Type.Optional(Nullable(IdInput)), 'The id of the team that takes over.'),
})

/** @throws 400 parameter_invalid, 404 assignee_not_found */
export async function readHandOver(
  db: Db,
  workspaceId: number,
  { hand_over_to_admin_id: admin = null, hand_over_to_team_id: team = null }: Static<typeof HandOver>,
  from: { type: Assignee['type']; id: string },
): Promise<Assignee | null> {
  if (admin !== null && team !== null)
    throw parameterInvalid('Only one of hand_over_to_admin_id and hand_over_to_team_id can be given')
  const type = team === null ? 'admin' : 'team'
  const id = team ?? admin
  if (id === null) return null
  if (type === from.type && String(id) === from.id)
    throw parameterInvalid(`hand_over_to_${type}_id must be another than the one that leaves`)
  const found = await findAssignee(db, workspaceId, type, id)
  if (found === undefined) throw notFound('assignee')
  return { type, id: found }
}
