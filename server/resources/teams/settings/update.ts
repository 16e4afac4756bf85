import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { logChangedTeam } from '../log-changes.ts'
import * as teams from '../queries.ts'
import { columnsOf, membersOf, TeamDetails } from './details.ts'
import { updateTeam } from './queries.ts'
import { presentTeamSettings, TeamSettings } from './team.ts'
import { enqueueDistribution } from '../../../threads/distribute.ts'
import { described } from '../../../schema/types.ts'

export const updateTeamSettings = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/teams/{team_id}',
  group: 'Teams',
  summary: 'Update a team',
  description:
    'Missing properties stay as they are. Admins named at no level keep theirs, but for a team that ' +
    'balances work no more: there all are primary.',
  params: Type.Object({ team_id: Type.String() }),
  body: described(TeamDetails, 'The details to change.'),
  reply: TeamSettings,
  answer: 'The team with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const columns = columnsOf(body)
    await teams.lockTeam(db, workspaceId, params.team_id)
    const team = await teams.getTeam(db, workspaceId, params.team_id)
    const members = await membersOf(db, workspaceId, { ...team, ...columns }, body)
    await updateTeam(db, workspaceId, team.id, columns)
    await teams.updateMembers(db, workspaceId, team.id, members)
    const after = await teams.getTeam(db, workspaceId, team.id)
    await logChangedTeam(ctx, team, after)
    await enqueueDistribution(db, workspaceId, ctx.now)
    return presentTeamSettings(after)
  },
})
