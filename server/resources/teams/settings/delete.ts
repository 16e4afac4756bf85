import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { logDeletedTeam } from '../log-changes.ts'
import * as teams from '../queries.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import { enqueueHandOver } from '../../admins/hand-over/hand-over.ts'
import { HandOver, readHandOver } from '../../admins/hand-over/target.ts'
import { deleteTeam } from './queries.ts'
import { described } from '../../../schema/types.ts'

export const deleteTeamFromWorkspace = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/teams/{team_id}',
  group: 'Teams',
  summary: 'Delete a team',
  description: 'Its conversations go soon after to whom the body names, or to no team.',
  params: Type.Object({ team_id: Type.String() }),
  body: described(HandOver, 'The admin or the team that takes over the conversations, one at most.'),
  reply: Deleted,
  answer: 'The id of the deleted team.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const to = await readHandOver(db, workspaceId, body, { type: 'team', id: params.team_id })
    await teams.lockTeam(db, workspaceId, params.team_id)
    const team = await teams.getTeam(db, workspaceId, params.team_id)
    const { id } = team
    await deleteTeam(db, workspaceId, id, ctx.now)
    await enqueueHandOver(db, workspaceId, { type: 'team', id }, to, ctx.now)
    await logDeletedTeam(ctx, team)
    return presentDeleted('team', id)
  },
})
