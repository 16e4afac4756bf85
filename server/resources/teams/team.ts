/** The team on the wire: admins who share work. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { TeamsRow } from '../../db/types/teams.ts'
import { described, IdOf, model, Nullable } from '../../schema/types.ts'

export interface Member {
  admin_id: number
  priority: 'primary' | 'secondary' | null
}

/** A team and who is in it, by id. */
export type TeamRow = TeamsRow & { members: Member[] }

export const Team = model('team', {
  type: Type.Literal('team'),
  id: IdOf('team'),
  name: described(Type.String(), 'The name.'),
  admin_ids: described(Type.Array(Type.Integer()), 'The ids of the admins in the team.'),
  /** Only of a team that balances how much its members have to do: no other heeds it. */
  admin_priority_level: described(
    Type.Optional(
      model('admin_priority_level', {
        primary_admin_ids: described(Type.Array(Type.Integer()), 'The ids of the admins who take work first.'),
        secondary_admin_ids: described(
          Type.Array(Type.Integer()),
          'The ids of the admins who take work when the first are busy.',
        ),
      }),
    ),
    'The admins at each level. Absent unless the team is `load_balanced`.',
  ),
  assignment_limit: described(
    Type.Optional(Nullable(Type.Integer())),
    'The most open conversations that the team assigns to each admin; null for no limit. Absent unless the team is `load_balanced`.',
  ),
  distribution_method: described(
    Nullable(Type.String()),
    'The way of assigning work: `round_robin` or `load_balanced`; null if by hand.',
  ),
})

export const isBalanced = (team: Pick<TeamsRow, 'distribution_method'>) => team.distribution_method === 'load_balanced'

export const presentTeam = (row: TeamRow): Static<typeof Team> => ({
  type: 'team',
  id: String(row.id),
  name: row.name,
  admin_ids: row.members.map(({ admin_id }) => admin_id),
  ...(isBalanced(row) && {
    admin_priority_level: {
      primary_admin_ids: idsOf(row.members, 'primary'),
      secondary_admin_ids: idsOf(row.members, 'secondary'),
    },
  }),
  ...(isBalanced(row) && { assignment_limit: row.assignment_limit }),
  distribution_method: row.distribution_method,
})

const idsOf = (members: Member[], wanted: Member['priority']) =>
  members.filter(({ priority }) => priority === wanted).map(({ admin_id }) => admin_id)
