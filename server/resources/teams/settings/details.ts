/** Properties of a team in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Db } from '../../../db/pool.ts'
import type { TeamsRow } from '../../../db/types/teams.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { membersAfter, readIds, readLevels, MAX_MEMBERS } from '../members.ts'
import { lockTeammates } from '../queries.ts'
import { isBalanced, type Member, type TeamRow } from '../team.ts'
import { given, readText } from '../../../http/given.ts'

const AdminIds = Type.Array(Type.Unknown())

export const details = {
  admin_ids: Type.Optional(Type.Array(Type.Unknown(), { description: 'All who are in the team, and nobody else.' })),
  admin_priority_level: Type.Optional(
    Nullable(
      Type.Object(
        {
          primary_admin_ids: described(Type.Optional(Nullable(AdminIds)), 'The ids of the admins who take work first.'),
          secondary_admin_ids: described(
            Type.Optional(Nullable(AdminIds)),
            'The ids of the admins who take work when the first are busy.',
          ),
        },
        {
          description:
            'The admins at each level; only a `load_balanced` team has secondary ones. New members are primary.',
        },
      ),
    ),
  ),
  distribution_method: described(
    Type.Optional(Nullable(Type.Enum(['manual', 'round_robin', 'load_balanced']))),
    'The way of assigning work: by hand, to one member after the other, or to the member with the fewest open conversations; null for by hand.',
  ),
  assignment_limit: Type.Optional(
    Nullable(
      Type.Integer({
        minimum: 1,
        maximum: 1_000_000,
        description: 'The most open conversations of each member while the team is `load_balanced`; null for no limit.',
      }),
    ),
  ),
}

export const TeamDetails = Type.Object({ name: described(Type.Optional(Text()), 'The name.'), ...details })
type Details = Static<typeof TeamDetails>

/** @throws 400 parameter_invalid */
export const columnsOf = ({ name, distribution_method, assignment_limit }: Details): Partial<TeamsRow> =>
  given({ name: name === undefined ? undefined : readText('name', name), distribution_method, assignment_limit })

/**
 * Members of the team after the change.
 * @param team its new columns, and its members before the change
 * @throws 400 parameter_invalid
 */
export async function membersOf(
  db: Db,
  workspaceId: number,
  team: Pick<TeamRow, 'members' | 'distribution_method'>,
  { admin_ids, admin_priority_level }: Details,
): Promise<Member[]> {
  const before = isBalanced(team)
    ? team.members
    : team.members.map((member) => ({ ...member, priority: 'primary' as const }))
  const ids = admin_ids ? readIds(admin_ids, 'admin_ids') : before.map(({ admin_id }) => admin_id)
  if (ids.length > MAX_MEMBERS) throw parameterInvalid(`admin_ids must not contain more than ${MAX_MEMBERS} admin ids`)
  const members = membersAfter({ ...team, members: before }, ids, readLevels(admin_priority_level))
  const teammates = await lockTeammates(db, workspaceId, ids)
  const stranger = ids.find((id) => !teammates.has(id))
  if (stranger !== undefined)
    throw parameterInvalid(`admin_ids names ${stranger}, which is no teammate of this workspace`)
  return members
}
