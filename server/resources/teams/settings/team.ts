/** The team as the settings show it: as the API does, and since when it is there. */
import type { Static } from 'typebox'
import { unix } from '../../../clock.ts'
import Type from 'typebox'
import { CreatedAt, described, model, Nullable } from '../../../schema/types.ts'
import { presentTeam, Team, type TeamRow } from '../team.ts'

export const TeamSettings = model('team_settings', {
  ...Team.properties,
  assignment_limit: described(
    Nullable(Type.Integer()),
    'The most open conversations that the team assigns to each admin while it is `load_balanced`; null for no limit.',
  ),
  created_at: CreatedAt('team'),
})

export const presentTeamSettings = (row: TeamRow): Static<typeof TeamSettings> => ({
  ...presentTeam(row),
  assignment_limit: row.assignment_limit,
  created_at: unix(row.created_at),
})
