import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, IdOf, model, Nullable, Timestamp } from '../../schema/types.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { record } from './record.ts'
import { findContactsBy } from './senders.ts'
import { lockConversation } from './target.ts'

const RatedConversation = model('rated_conversation', {
  type: Type.Literal('conversation_rating'),
  conversation_id: IdOf('conversation'),
  rating: described(Type.Integer({ minimum: 1, maximum: 5 }), 'From 1 (bad) to 5 (very good).'),
  remark: described(Nullable(Type.String()), "The contact's own words; null if there are none."),
  /** When the rating was asked for. */
  created_at: described(Timestamp, 'When the contact first rated.'),
  updated_at: described(Timestamp, 'When the rating last changed.'),
  customer: described(
    model('contact_reference', {
      type: Type.Literal('contact'),
      id: IdOf('contact'),
      external_id: described(
        Nullable(Type.String()),
        'The id that the contact has in your own system; null if none was given.',
      ),
    }),
    'The contact who rated.',
  ),
})

export const rateConversation = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/rating',
  group: 'Conversations',
  summary: 'Rate a conversation',
  description:
    'The opinion of a contact on a conversation, from 1 to 5. Closing a conversation asks for it. Until there is a remark ' +
    'another rating takes the place of the first one; once there is, both are fixed, until the conversation is closed again. ' +
    'The same once more changes nothing.',
  inferred: 'statuses and codes, what is told of the customer, and that closing asks for a rating',
  scopes: ['write_conversations'],
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      intercom_user_id: described(
        Type.Optional(Nullable(IdInput)),
        'The `id` of a contact that takes part in the conversation.',
      ),
      rating: described(Type.Integer({ minimum: 1, maximum: 5 }), 'From 1 (bad) to 5 (very good).'),
      remark: described(Type.Optional(Type.String({ maxLength: 10_000 })), "The contact's own words."),
    }),
    'The contact that rates, and the rating.',
  ),
  reply: RatedConversation,
  answer: 'The rating as it is now.',
  handle: async (ctx, { params, body }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, { intercom_user_id: body.intercom_user_id ?? null })
    if (!contact) throw notFound('contact')
    const given = { contactId: contact.id, rating: body.rating, remark: body.remark?.trim() || null }
    const after = { ...thread, ...(await rate(ctx, thread, given)) }
    return {
      type: 'conversation_rating' as const,
      conversation_id: String(thread.id),
      rating: after.rating!,
      remark: after.rating_remark,
      created_at: unix(after.rating_requested_at!),
      updated_at: unix(after.rating_updated_at!),
      customer: { type: 'contact' as const, id: contact.id, external_id: contact.external_id },
    }
  },
})

interface Given {
  contactId: string
  rating: number
  remark: string | null
}

/**
 * @returns the changes of the thread; none if the same rating was given before
 * @throws 422 where nobody was asked, another contact was, or the rating is fixed
 */
async function rate(ctx: Ctx, thread: ThreadRow, { contactId, rating, remark }: Given): Promise<Partial<ThreadRow>> {
  if (!thread.contact_ids.includes(contactId)) throw refused('This contact takes no part in the conversation')
  const asked = thread.last_close_at ?? thread.rating_requested_at
  if (asked === null) throw refused('No rating was asked for')
  const answered = thread.rating !== null && thread.rating_requested_at !== null && thread.rating_requested_at >= asked
  if (answered) {
    if (thread.rating_contact_id !== contactId) throw refused('Another contact rated the conversation')
    const isSame = thread.rating === rating && (remark === null || thread.rating_remark === remark)
    if (isSame) return {}
    if (thread.rating_remark !== null) throw refused('The rating can no longer be changed')
  }
  const changes = {
    rating,
    rating_remark: remark,
    rating_contact_id: contactId,
    rating_admin_id: thread.last_closed_by_id,
    rating_requested_at: asked,
    rating_replied_at: answered ? thread.rating_replied_at : ctx.now,
    rating_updated_at: ctx.now,
  }
  const bot = byAdmin(await getBot(ctx.db, ctx.workspaceId))
  const isNew = !answered || thread.rating !== rating
  await record(ctx, thread, {
    parts: [
      ...(isNew ? [{ part_type: 'conversation_rating_changed' as const, ...bot, created_at: ctx.now }] : []),
      ...(remark === null
        ? []
        : [{ part_type: 'conversation_rating_remark_added' as const, ...bot, created_at: ctx.now }]),
    ],
    changes,
    topics: ['conversation.rating.added'],
  })
  return changes
}

const refused = (message: string) => apiError(422, 'parameter_invalid', message)
