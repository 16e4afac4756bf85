/** Teams: who is in them, and how work is shared out among them. */
import { createTeam } from './create.ts'
import { deleteTeamFromWorkspace } from './delete.ts'
import { getTeam } from './get.ts'
import { listTeams } from './list.ts'
import { updateTeamSettings } from './update.ts'

export const teamSettings = [listTeams, getTeam, createTeam, updateTeamSettings, deleteTeamFromWorkspace]
