/** The team as the settings show it: as the API does, and since when it is there. */
import type { Static } from 'typebox'
import { unix } from '../../../clock.ts'
import { CreatedAt, model } from '../../../schema/types.ts'
import { presentTeam, Team, type TeamRow } from '../team.ts'

export const TeamSettings = model('team_settings', { ...Team.properties, created_at: CreatedAt('team') })

export const presentTeamSettings = (row: TeamRow): Static<typeof TeamSettings> => ({
  ...presentTeam(row),
  created_at: unix(row.created_at),
})
