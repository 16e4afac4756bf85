import Type from 'typebox'
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { operation } from '../../http/operation.ts'
import { BodyText, described, IdInput } from '../../schema/types.ts'
import { getActor, requireSeat, type Actor } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { assignment } from './assignment.ts'
import { Conversation } from './conversation.ts'
import { closing, noting, opening, snoozing, SnoozedUntil } from './management.ts'
import { record, type Occurrence } from './record.ts'
import { lockConversation } from './target.ts'

const ManageBody = Type.Object({
  message_type: described(Type.Enum(['close', 'open', 'snoozed', 'assignment', 'note']), 'The action.'),
  type: described(Type.Optional(Type.Enum(['admin', 'team'])), 'The kind of assignee, for an assignment.'),
  admin_id: described(Type.Optional(IdInput), 'The id of the admin who does it.'),
  body: described(
    Type.Optional(BodyText),
    'Words to go with it, as HTML or plain text: a last message, or the text of a note.',
  ),
  assignee_id: described(Type.Optional(IdInput), 'The id of the admin or the team to assign; 0 for nobody.'),
  snoozed_until: SnoozedUntil,
  skip_reopen: Type.Optional(
    Type.Boolean({
      description:
        'If true, a closed conversation stays closed when it is assigned. Inferred: a snoozed one wakes all the same.',
    }),
  ),
})
export type ManageInput = Static<typeof ManageBody>

type Management = (ctx: Ctx, thread: ThreadRow, actor: Actor, input: ManageInput) => Promise<Occurrence>

const MANAGEMENTS: Record<ManageInput['message_type'], Management> = {
  close: closing,
  open: opening,
  snoozed: snoozing,
  note: noting,
  assignment,
}

export const manageConversation = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/parts',
  group: 'Conversations',
  summary: 'Manage a conversation',
  description:
    'Closes or opens a conversation, snoozes it until `snoozed_until`, or assigns it to an admin or a team; ' +
    '`assignee_id` 0 takes the assignment away. Assigning opens what was closed or snoozed; with `skip_reopen` what was closed stays closed. The admin who does it ' +
    'needs a seat in the inbox.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(ManageBody, 'The action, and the admin who takes it.'),
  reply: Conversation,
  answer: 'The conversation with its parts, the new one last.',
  refusals: { 403: 'The admin has no inbox seat.' },
  handle: (ctx, { params, body }) => manage(ctx, params.conversation_id, body),
})

export async function manage(ctx: Ctx, id: string, input: ManageInput) {
  const [thread, actor] = await Promise.all([
    lockConversation(ctx, id),
    getActor(ctx.db, ctx.workspaceId, input.admin_id),
  ])
  requireSeat(actor)
  return record(ctx, thread, await MANAGEMENTS[input.message_type](ctx, thread, actor, input))
}
