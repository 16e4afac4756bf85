/** Teams: their members, and the distribution of work among them. */
import { createTeam } from './create.ts'
import { deleteTeamFromWorkspace } from './delete.ts'
import { getTeam } from './get.ts'
import { listTeams } from './list.ts'
import { updateTeamSettings } from './update.ts'

export const teamSettings = [listTeams, getTeam, createTeam, updateTeamSettings, deleteTeamFromWorkspace]
