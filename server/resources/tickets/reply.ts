import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { checkAttachments, type AttachmentWire } from '../../files/attachment.ts'
import { apiError, notFound, parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { BodyText, described } from '../../schema/types.ts'
import { getActor, type Actor } from '../../threads/actors.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import { markContacted, markContactReply } from '../../threads/queries.ts'
import { timeOf } from '../conversations/backdate.ts'
import { mailReply } from '../conversations/mail-reply.ts'
import { findContactsBy } from '../conversations/senders.ts'
import { wordsInput, wordsOfAdmin, wordsOfContact } from '../conversations/words.ts'
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
    ...wordsInput,
    skip_notifications: Type.Optional(Type.Boolean({ description: 'If true, no e-mail tells of the reply.' })),
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
    const thread = await lockTicket(ctx.db, ctx.workspaceId, params.ticket_id, 'resource')
    const { part, topic, admin } = await (body.type === 'admin'
      ? asAdmin(ctx, thread, body)
      : asContact(ctx, thread, body))
    const { ticket, partIds } = await recordTicket(ctx, thread, { parts: [{ part, topics: [topic] }], changes: {} })
    if (body.cross_post) await crossPost(ctx, thread, part)
    // Contacts hear of nothing that they may not see.
    if (admin && part.part_type === 'comment' && thread.is_shared && !body.skip_notifications)
      await mailReply(ctx, thread, admin, {
        body: part.body ?? '',
        attachments: part.attachments as AttachmentWire[],
        at: part.created_at,
        partId: partIds[0],
      })
    return ticket.ticket_parts.ticket_parts.find(({ id }) => id === String(partIds[0]))!
  },
})

interface Reply {
  part: UnplacedPart
  topic: string
  /** Absent for a contact. */
  admin?: Actor
}

async function asAdmin(ctx: Ctx, thread: TicketThread, input: ReplyInput): Promise<Reply> {
  const { message_type } = input
  const at = timeOf(ctx, input.created_at)
  const admin = await getActor(ctx.db, ctx.workspaceId, input.admin_id)
  const part = await wordsOfAdmin(ctx, thread.id, admin, filesFirst(input), at)
  if (message_type !== 'quick_reply') refuseWordless(part)
  if (message_type !== 'note') await markContacted(ctx.db, ctx.workspaceId, thread.contact_ids, at)
  return { part, topic: message_type === 'note' ? 'ticket.note.created' : 'ticket.admin.replied', admin }
}

/** The files of an admin's reply to a ticket are taken in place of its addresses. @throws 400 parameter_invalid */
function filesFirst(input: ReplyInput): ReplyInput {
  checkAttachments(input)
  return input.attachment_files?.length ? { ...input, attachment_urls: [] } : input
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
  const part = await wordsOfContact(ctx, thread.id, contact, input, at)
  refuseWordless(part)
  await markContactReply(ctx.db, ctx.workspaceId, contact.id, at, ctx.now)
  return { part, topic: 'ticket.contact.replied' }
}

/** Attachments alone are not enough for a ticket. @throws 400 parameter_not_found */
function refuseWordless({ body }: { body: string | null }): void {
  if (body === null) throw parameterMissing('body')
}
