import Type from 'typebox'
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { numberId } from '../../ids.ts'
import type { AttachmentWire } from '../../files/attachment.ts'
import { deleteFilesOf } from '../../files/queries.ts'
import { forgetWords } from '../../threads/redact-queries.ts'
import { findPart, lockThread, updatePart, updateThread } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { logActivity } from '../activity-logs/log-activity.ts'
import { Conversation } from './conversation.ts'
import { presentDelivered, presentDeliveredWith, sourceAsPart } from './delivered-conversation.ts'
import { readConversation, withParts } from './read.ts'

const RedactBody = Type.Object({
  type: Type.Optional(Type.String({ description: '`conversation_part` or `source`.' })),
  conversation_id: described(Type.Optional(IdInput), 'The id of the conversation.'),
  conversation_part_id: described(Type.Optional(IdInput), 'The id of the part, for the type `conversation_part`.'),
  source_id: described(Type.Optional(IdInput), 'The id of the first message, for the type `source`.'),
})
type RedactInput = Static<typeof RedactBody>

const REDACTED = '<p><i>This message was deleted</i></p>'

export const redactConversation = operation({
  method: 'POST',
  path: '/conversations/redact',
  group: 'Conversations',
  summary: 'Redact a part of a conversation',
  description:
    'Deletes the text and the attachments of a part that has a body, or of a source that a contact wrote, for good.',
  body: described(RedactBody, 'The part or the first message to delete.'),
  reply: Conversation,
  answer: 'The conversation with its parts, without what was deleted.',
  handle: async (ctx, { body }) => {
    if (body.type !== 'conversation_part' && body.type !== 'source')
      throw apiError(
        400,
        'type_mismatch',
        "The type attribute provided should be either 'conversation_part' or 'source'",
      )
    const idName = body.type === 'source' ? 'source_id' : 'conversation_part_id'
    const id = required(body, idName)
    const conversationId = required(body, 'conversation_id')
    const thread = await lockThread(ctx.db, ctx.workspaceId, 'conversation', conversationId)
    if (!thread) throw notFound('conversation_part')
    return body.type === 'source' ? redactSource(ctx, thread, id) : redactPart(ctx, thread, id)
  },
})

function required(body: RedactInput, name: 'conversation_id' | 'conversation_part_id' | 'source_id') {
  const id = body[name]
  if (id === undefined) throw apiError(400, 'parameter_not_found', `${name} is required`)
  return numberId(id) ?? -1
}

const notRedactable = () => apiError(400, 'conversation_part_not_redactable', "Part can't be redacted")

async function redactPart(ctx: Ctx, thread: ThreadRow, id: number) {
  const part = await findPart(ctx.db, ctx.workspaceId, thread.id, id)
  if (!part) throw notFound('conversation_part')
  if (part.body === null) throw notRedactable()
  await deleteFilesOf(ctx.db, ctx.workspaceId, thread.id, part.attachments as AttachmentWire[])
  const changes = { body: REDACTED, redacted: true, attachments: [], updated_at: ctx.now }
  await updatePart(ctx.db, ctx.workspaceId, thread.id, id, changes)
  await forgetWords(ctx.db, ctx.workspaceId, thread, part.created_at)
  await updateThread(ctx.db, ctx.workspaceId, thread.id, { updated_at: ctx.now })
  const whole = await readConversation(ctx, thread.id)
  ctx.emit('conversation_part.redacted', presentDelivered(withParts(whole, [id])))
  await logRedaction(ctx, thread, { conversation_part_id: id })
  return whole
}

async function redactSource(ctx: Ctx, thread: ThreadRow, id: number) {
  if (thread.source_id !== id) throw notFound('conversation_part')
  if (thread.source_contact_id === null) throw notRedactable()
  await deleteFilesOf(ctx.db, ctx.workspaceId, thread.id, thread.source_attachments as AttachmentWire[])
  await forgetWords(ctx.db, ctx.workspaceId, thread, thread.created_at)
  await updateThread(ctx.db, ctx.workspaceId, thread.id, {
    source_body: REDACTED,
    source_redacted: true,
    source_attachments: [],
    updated_at: ctx.now,
  })
  const whole = await readConversation(ctx, thread.id)
  ctx.emit('conversation_part.redacted', presentDeliveredWith(whole, sourceAsPart(whole)!))
  await logRedaction(ctx, thread, { source_id: id })
  return whole
}

const logRedaction = (ctx: Ctx, { id }: ThreadRow, place: object): Promise<void> =>
  logActivity(ctx, 'conversation_part_deletion', `deleted a message of conversation ${id}`, {
    conversation_id: id,
    ...place,
  })
