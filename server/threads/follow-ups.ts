/**
 * Parts that follow from others in the same write. A contact's reply to an admin who is away and gives replies back
 * takes the admin off; a conversation that comes to a team goes to the member whose turn it is.
 */
import type { Ctx } from '../context.ts'
import { byAdmin, getBot } from './actors.ts'
import { givenTo, isShareable, nextMember } from './distribute.ts'
import { isGivingBack } from './distribution-queries.ts'
import type { UnplacedPart } from './placed.ts'
import type { ThreadRow } from './thread.ts'

/** @param after the thread with the given parts */
export async function followUps(
  ctx: Ctx,
  before: ThreadRow,
  after: ThreadRow,
  parts: UnplacedPart[],
): Promise<UnplacedPart[]> {
  if (!isShareable(after) || after.state !== 'open') return []
  const returned = await giveBack(ctx, after, parts)
  const { team_assignee_id: team } = after
  const isFree = returned.length > 0 || after.admin_assignee_id === null
  const comes = returned.length > 0 || before.state !== 'open' || parts.some(isForTeam)
  const member = isFree && comes && team !== null ? await nextMember(ctx, after.id, team) : undefined
  return member === undefined ? returned : [...returned, await givenTo(ctx, member)]
}

const isForTeam = ({ assigned_to_type }: UnplacedPart) => assigned_to_type === 'team'

async function giveBack(ctx: Ctx, thread: ThreadRow, parts: UnplacedPart[]): Promise<UnplacedPart[]> {
  const { admin_assignee_id: admin, team_assignee_id: team } = thread
  const isReply = parts.some(({ author_contact_id, created_at }) => author_contact_id && created_at >= ctx.now)
  if (admin === null || !isReply || !(await isGivingBack(ctx.db, ctx.workspaceId, admin))) return []
  return [
    {
      part_type: 'away_mode_assignment',
      ...byAdmin(await getBot(ctx.db, ctx.workspaceId)),
      assigned_to_type: team === null ? 'nobody_admin' : 'team',
      assigned_to_id: team,
      created_at: ctx.now,
    },
  ]
}
