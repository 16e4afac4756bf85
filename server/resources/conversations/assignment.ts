/** Assigning, as `POST /conversations/{}/parts` does it. */
import type { Ctx } from '../../context.ts'
import { sanitiseBody } from '../../html.ts'
import { notFound, parameterMissing } from '../../http/errors.ts'
import { byAdmin, type Actor } from '../../threads/actors.ts'
import { findAssignee } from '../../threads/assignee-queries.ts'
import type { PartType } from '../../threads/fold.ts'
import { markContacted } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import type { ManageInput } from './manage.ts'
import type { Occurrence } from './record.ts'

/** The part's type tells the other effects of the assignment. */
const PART_TYPES: Record<string, PartType> = {
  open: 'assignment',
  closed: 'assign_and_reopen',
  snoozed: 'assign_and_unsnooze',
}

const TOPICS: Record<string, string[]> = {
  open: [],
  closed: ['conversation.admin.opened'],
  snoozed: ['conversation.admin.unsnoozed'],
}

export async function assignment(ctx: Ctx, thread: ThreadRow, actor: Actor, input: ManageInput): Promise<Occurrence> {
  const to = input.type ?? 'admin'
  if (input.assignee_id === undefined) throw parameterMissing('assignee_id')
  const nobody = String(input.assignee_id) === '0'
  const assignee = nobody ? null : await findAssignee(ctx.db, ctx.workspaceId, to, input.assignee_id)
  if (assignee === undefined) throw notFound('assignee')
  const staysClosed = input.skip_reopen === true && thread.state === 'closed'
  const before = staysClosed ? 'open' : thread.state
  const body = sanitiseBody(input.body ?? '') || null
  if (body) await markContacted(ctx.db, ctx.workspaceId, thread.contact_ids, ctx.now)
  return {
    parts: [
      {
        part_type: PART_TYPES[before]!,
        ...byAdmin(actor),
        body,
        assigned_to_type: nobody ? `nobody_${to}` : to,
        assigned_to_id: assignee,
        created_at: ctx.now,
        ...(staysClosed && { state: 'closed' as const }),
      },
    ],
    changes: {},
    topics: ['conversation.admin.assigned', 'conversation.admin.open.assigned', ...TOPICS[before]!],
  }
}
