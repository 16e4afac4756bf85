import { operation } from '../../../http/operation.ts'
import { logNewTeam } from '../log-changes.ts'
import { getTeam } from '../queries.ts'
import { makeTeam, NewTeam } from './new-team.ts'
import { presentTeamSettings, TeamSettings } from './team.ts'
import { described } from '../../../schema/types.ts'

export const createTeam = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/teams',
  group: 'Teams',
  summary: 'Create a team',
  body: described(NewTeam, 'The new team.'),
  reply: TeamSettings,
  answer: 'The new team.',
  handle: async (ctx, { body }) => {
    const id = await makeTeam(ctx.db, ctx.workspaceId, body, ctx.now)
    const team = await getTeam(ctx.db, ctx.workspaceId, id)
    await logNewTeam(ctx, team)
    return presentTeamSettings(team)
  },
})
