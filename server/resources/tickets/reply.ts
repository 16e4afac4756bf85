import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { attachmentInput, keepAttachments } from '../../files/attachment.ts'
import { sanitiseBody, textToBody } from '../../html.ts'
import { ApiError, apiError, notFound, parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { BodyText, described, IdInput, Text } from '../../schema/types.ts'
import { byAdmin, getActor } from '../../threads/actors.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import { markContacted, markContactReply } from '../../threads/queries.ts'
import { Backdated, timeOf } from '../conversations/backdate.ts'
import { findContactsBy, identifiers } from '../conversations/senders.ts'
import { getTicketType } from '../ticket-types/queries.ts'
import { crossPost } from './cross-post.ts'
import { lockTicket, type TicketThread } from './queries.ts'
import { recordTicket } from './record.ts'
import { TicketPart } from './ticket-part.ts'

const ReplyBody = described(
  Type.Object({
    type: described(Type.Enum(['user', 'admin']), 'The kind of author: a contact (`user`) or an `admin`.'),
    message_type: described(
      Type.Enum(['comment', 'note', 'quick_reply']),
      'A message, a note among admins, or a choice of quick replies; contacts only write messages.',
    ),
    body: described(Type.Optional(BodyText), 'The text: HTML or plain text. Quick replies need none.'),
    admin_id: described(Type.Optional(IdInput), 'The id of the admin who replies.'),
    ...identifiers,
    reply_options: described(
      Type.Optional(
        Type.Array(
          Type.Object({
            text: described(Text(), 'The text of the choice.'),
            uuid: described(Text(), 'An id of your own for the choice.'),
          }),
          { minItems: 1, maxItems: 100 },
        ),
      ),
      'The quick replies to choose from; from a contact, the first one is its choice.',
    ),
    ...attachmentInput,
    created_at: Backdated,
    skip_notifications: Type.Optional(Type.Boolean({ description: 'If true, nobody is notified.' })),
    cross_post: Type.Optional(
      Type.Boolean({
        description: 'If true, a note on a back-office ticket is also written to its linked conversations.',
      }),
    ),
  }),
  'The reply, and who writes it.',
)
type ReplyInput = Static<typeof ReplyBody>

export const replyToTicket = operation({
  method: 'POST',
  path: '/tickets/{ticket_id}/reply',
  group: 'Tickets',
  summary: 'Reply to a ticket',
  description:
    'As a contact of a customer ticket, or as an admin: a comment, a note that only admins see, or a choice of quick ' +
    'replies. The new part is answered.',
  params: Type.Object({ ticket_id: Type.String() }),
  body: ReplyBody,
  reply: TicketPart,
  answer: 'The new part.',
  handle: async (ctx, { params, body }) => {
    const thread = await lockTicket(ctx.db, ctx.workspaceId, params.ticket_id).catch((cause: unknown) => {
      throw cause instanceof ApiError && cause.status === 404 ? notFound('resource') : cause
    })
    const { part, topic } = await (body.type === 'admin' ? asAdmin(ctx, thread, body) : asContact(ctx, thread, body))
    const { ticket, partIds } = await recordTicket(ctx, thread, { parts: [{ part, topics: [topic] }], changes: {} })
    if (body.cross_post) await crossPost(ctx, thread, part)
    return ticket.ticket_parts.ticket_parts.find(({ id }) => id === String(partIds[0]))!
  },
})

interface Reply {
  part: UnplacedPart
  topic: string
}

async function asAdmin(ctx: Ctx, thread: TicketThread, input: ReplyInput): Promise<Reply> {
  const { message_type, reply_options } = input
  const at = timeOf(ctx, input.created_at)
  const admin = await getActor(ctx.db, ctx.workspaceId, input.admin_id)
  const body = sanitiseBody(input.body ?? '')
  const attachments = await keepAttachments(ctx, thread.id, input)
  const quick = message_type === 'quick_reply'
  if (quick && !reply_options) throw parameterMissing('reply_options')
  if (!quick && body === '') throw parameterMissing('body')
  if (message_type !== 'note') await markContacted(ctx.db, ctx.workspaceId, thread.contact_ids, at)
  return {
    part: {
      part_type: message_type,
      ...byAdmin(admin),
      body: body || null,
      attachments,
      metadata: quick ? { quick_reply_options: reply_options } : null,
      created_at: at,
    },
    topic: message_type === 'note' ? 'ticket.note.created' : 'ticket.admin.replied',
  }
}

async function asContact(ctx: Ctx, thread: TicketThread, input: ReplyInput): Promise<Reply> {
  const [contacts, type] = await Promise.all([
    findContactsBy(ctx.db, ctx.workspaceId, input),
    getTicketType(ctx.db, ctx.workspaceId, thread.ticket_type_id),
  ])
  const contact = contacts.find(({ id }) => thread.contact_ids.includes(id))
  if (!contact) throw notFound('contact')
  if (type.row.category !== 'Customer')
    throw apiError(400, 'parameter_mismatch', 'User replies are not allowed on Backoffice tickets')
  if (input.message_type !== 'comment') throw parameterInvalid('message_type must be comment', 'message_type')
  const at = timeOf(ctx, input.created_at)
  const choice = input.reply_options?.[0]
  const body = sanitiseBody(input.body ?? '') || textToBody(choice?.text ?? '')
  if (body === '') throw parameterMissing('body')
  const attachments = await keepAttachments(ctx, thread.id, input)
  await markContactReply(ctx.db, ctx.workspaceId, contact.id, at, ctx.now)
  return {
    part: {
      part_type: 'comment',
      author_type: contact.role === 'user' ? 'user' : 'lead',
      author_contact_id: contact.id,
      body,
      attachments,
      metadata: choice ? { quick_reply_uuid: choice.uuid } : null,
      created_at: at,
    },
    topic: 'ticket.contact.replied',
  }
}
