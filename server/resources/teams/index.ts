/** Teams: admins who share work, and how it is shared out. */
import { getTeam } from './get.ts'
import { listTeams } from './list.ts'
import { getTeamMetrics } from './metrics.ts'
import { getTeamOfficeHours } from './office-hours/get.ts'
import { setTeamOfficeHours } from './office-hours/set.ts'
import { updateTeam } from './update.ts'
import { teamSettings } from './settings/index.ts'

export const teams = [
  listTeams,
  getTeam,
  getTeamMetrics,
  updateTeam,
  getTeamOfficeHours,
  setTeamOfficeHours,
  ...teamSettings,
]
