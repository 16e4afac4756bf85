/** Records changes of teams in the activity log. */
import type { Ctx } from '../../context.ts'
import { logActivity } from '../activity-logs/log-activity.ts'
import type { TeamRow } from './team.ts'

const details = ({ id, name, members }: TeamRow) => ({ id, name, member_count: members.length })
const adminIds = ({ members }: TeamRow) => members.map(({ admin_id }) => admin_id)

export const logNewTeam = (ctx: Ctx, team: TeamRow): Promise<void> =>
  logActivity(ctx, 'app_team_creation', `created the team ${team.name}`, { team: details(team) })

export const logDeletedTeam = (ctx: Ctx, team: TeamRow): Promise<void> =>
  logActivity(ctx, 'app_team_deletion', `deleted the team ${team.name}`, { team: details(team) })

export async function logChangedTeam(ctx: Ctx, before: TeamRow, after: TeamRow): Promise<void> {
  if (JSON.stringify(before.members) !== JSON.stringify(after.members))
    await logActivity(ctx, 'app_team_membership_modification', `changed the members of the team ${after.name}`, {
      team: details(after),
      before: { admin_ids: adminIds(before) },
      after: { admin_ids: adminIds(after) },
    })
  if (before.assignment_limit !== after.assignment_limit)
    await logActivity(ctx, 'team_assignment_limit_change', `changed the assignment limit of the team ${after.name}`, {
      team: { id: after.id, name: after.name },
      team_assignment_limit: after.assignment_limit,
    })
}
