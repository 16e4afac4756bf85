import { isDeepStrictEqual } from 'node:util'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { parameterInvalid, unknownParameter } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { enqueueDistribution } from '../../threads/distribute.ts'
import { described, Nullable } from '../../schema/types.ts'
import { logChangedTeam } from './log-changes.ts'
import { membersAfter, readAdminIds, readLevels } from './members.ts'
import * as queries from './queries.ts'
import { presentTeam, Team, type TeamRow } from './team.ts'

const AdminIds = Type.Array(Type.Unknown())

export const updateTeam = operation({
  method: 'PUT',
  path: '/teams/{team_id}',
  group: 'Teams',
  summary: "Update a team's members",
  description:
    'The list of all members: admins who are not in it leave the team. A team may be sent back as it was read, with ' +
    'its `admin_ids` and its `admin_priority_level` changed; an admin who is named at no level keeps the one it has.',
  params: Type.Object({ team_id: Type.String() }),
  body: described(
    Type.Object({
      admin_ids: described(AdminIds, 'The ids of all admins who shall be in the team.'),
      admin_priority_level: described(
        Type.Optional(
          Nullable(
            Type.Object({
              primary_admin_ids: described(
                Type.Optional(Nullable(AdminIds)),
                'The ids of the admins who take work first.',
              ),
              secondary_admin_ids: described(
                Type.Optional(Nullable(AdminIds)),
                'The ids of the admins who take work when the first are busy.',
              ),
            }),
          ),
        ),
        'The admins at each level.',
      ),
    }),
    'The new members of the team.',
  ),
  reply: Team,
  answer: 'The team with its new members.',
  handle: async (ctx, { params, body }) => {
    refuseQuery(ctx)
    const adminIds = readAdminIds(body.admin_ids)
    const levels = readLevels(body.admin_priority_level)
    await queries.lockTeam(ctx.db, ctx.workspaceId, params.team_id)
    const team = await queries.getTeam(ctx.db, ctx.workspaceId, params.team_id)
    refuseOtherChanges(team, body)
    const members = membersAfter(team, adminIds, levels)
    await refuseStrangers(ctx, adminIds)
    await queries.updateMembers(ctx.db, ctx.workspaceId, team.id, members)
    const after = await queries.getTeam(ctx.db, ctx.workspaceId, team.id)
    await logChangedTeam(ctx, team, after)
    await enqueueDistribution(ctx.db, ctx.workspaceId, ctx.now)
    return presentTeam(after)
  },
})

/** A client would think that its parameters had an effect. */
function refuseQuery(ctx: Ctx): void {
  const [name] = new URL(ctx.url).searchParams.keys()
  if (name !== undefined) throw unknownParameter(name.slice(0, 100))
}

const CHANGEABLE = ['admin_ids', 'admin_priority_level']

function refuseOtherChanges(team: TeamRow, body: Record<string, unknown>): void {
  const shown: Record<string, unknown> = presentTeam(team)
  const changed = Object.keys(body).find(
    (key) => !CHANGEABLE.includes(key) && !(Object.hasOwn(shown, key) && isDeepStrictEqual(body[key], shown[key])),
  )
  if (changed !== undefined)
    throw parameterInvalid(
      `Only admin_ids and admin_priority_level can be updated on a team, but the request changed ${changed.slice(0, 100)}`,
    )
}

async function refuseStrangers(ctx: Ctx, adminIds: number[]): Promise<void> {
  const teammates = await queries.lockTeammates(ctx.db, ctx.workspaceId, adminIds)
  const stranger = adminIds.find((id) => !teammates.has(id))
  if (stranger !== undefined)
    throw parameterInvalid(`admin_ids names ${stranger}, which is no teammate of this workspace`)
}
