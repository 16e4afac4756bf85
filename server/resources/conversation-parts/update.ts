import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, notFound, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described, IdInput, Text } from '../../schema/types.ts'
import { getActor } from '../../threads/actors.ts'
import { ConversationPart, presentPart } from '../../threads/part.ts'
import { findPart, lockThread, updatePart as updateRow, updateThread, type PartChanges } from '../../threads/queries.ts'
import { isPartSecret } from './secret.ts'

const UpdateBody = Type.Object({
  experimental: described(Type.Optional(Type.Boolean()), 'Must be true.'),
  secret: described(Type.Optional(Text()), 'The secret of the workspace for updates of parts.'),
  send_state: described(
    Type.Optional(Text()),
    'The state of a reply that leaves through another system, in a word of that system.',
  ),
  info_message: described(Type.Optional(Text()), 'A text about that state, kept with it.'),
  seen: described(Type.Optional(Type.Boolean()), 'True if an admin has seen the part; false takes that back.'),
  admin_id: described(Type.Optional(IdInput), 'The id of the admin who has seen it.'),
})
type UpdateInput = Static<typeof UpdateBody>

export const updatePart = operation({
  method: 'PUT',
  path: '/conversations/{conversation_id}/conversation_parts/{part_id}',
  group: 'Conversation Parts',
  summary: 'Update a conversation part',
  description:
    'Says whether a reply has arrived in another system, or that an admin has seen the part. It takes the secret of ' +
    'the workspace besides the access token. The conversation moves to the top of the lists when a reply changes its state.',
  inferred: 'the refusal of a request that changes nothing, and that parts go on showing both states',
  params: Type.Object({ conversation_id: Type.String(), part_id: Type.String() }),
  body: described(UpdateBody, 'The secret, and the new state.'),
  reply: ConversationPart,
  answer: 'The part as it is now.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    if (body.experimental === undefined) throw parameterMissing('experimental')
    if (body.secret === undefined) throw parameterMissing('secret')
    if (!body.experimental || !(await isPartSecret(db, workspaceId, body.secret)))
      throw apiError(403, 'forbidden', 'Forbidden request')
    const thread = await lockThread(db, workspaceId, 'conversation', params.conversation_id)
    const id = numberId(params.part_id)
    const part = thread && id !== undefined ? await findPart(db, workspaceId, thread.id, id) : undefined
    if (!thread || !part) throw notFound('resource')
    const changes = await changesOf(ctx, body)
    await updateRow(db, workspaceId, thread.id, part.id, { ...changes, updated_at: now })
    if (body.send_state !== undefined)
      await updateThread(db, workspaceId, thread.id, { updated_at: now > thread.updated_at ? now : thread.updated_at })
    return presentPart({ ...part, ...changes, updated_at: now })
  },
})

/** @throws 400 where nothing is to change, or nobody has seen it; 404 admin_not_found */
async function changesOf(ctx: Ctx, { send_state, info_message, seen, admin_id }: UpdateInput): Promise<PartChanges> {
  if (send_state === undefined && seen === undefined) throw parameterMissing('send_state')
  const changes: PartChanges = {}
  if (send_state !== undefined) {
    changes.external_reply_send_state = send_state
    changes.external_reply_info_message = info_message ?? null
  }
  if (seen !== undefined) {
    changes.seen_by_admin_id = seen ? (await getActor(ctx.db, ctx.workspaceId, admin_id)).id : null
    changes.seen_at = seen ? ctx.now : null
  }
  return changes
}
