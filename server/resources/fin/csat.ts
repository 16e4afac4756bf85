import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { ApiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, shownAs } from '../../schema/types.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import { isMerged } from '../../threads/merged.ts'
import { unix } from '../../clock.ts'
import { record } from '../conversations/record.ts'
import type { AiAgentState } from '../conversations/ai-agent.ts'
import { RATINGS } from './events.ts'
import { ConversationIdInput, trimId } from './inputs.ts'
import { holdSession, type Held } from './lock.ts'
import { findSession } from './queries.ts'
import { change, noteAgent } from './state.ts'

const Rating = Type.Enum(['terrible', 'bad', 'ok', 'good', 'amazing'])

export const rateFin = operation({
  method: 'POST',
  path: '/fin/csat',
  group: 'Fin Agent',
  scopes: ['write_conversations'],
  summary: 'Rate the AI agent',
  description:
    'The rating of a session in which the agent asked for one by a `csat_requested` event. The same rating again changes ' +
    'nothing. Another one takes its place while the time for it runs, and a remark may be added once: then the rating ' +
    'is fixed.',
  body: described(
    Type.Object({
      conversation_id: ConversationIdInput,
      rating: described(
        shownAs(Rating, Type.Optional(Type.Unknown())),
        'The rating: a `key` of the options of the event.',
      ),
      remark: described(Type.Optional(Type.String({ maxLength: 10_000 })), "The user's own words."),
    }),
    'The rating.',
  ),
  reply: Type.Object({
    conversation_id: described(Type.String(), 'Your id of the conversation.'),
    rating: described(Rating, 'The rating as it is now.'),
    status: Type.Literal('rated'),
  }),
  answer: 'The rating as it is now.',
  handle: async (ctx, { body }) => {
    const id = trimId(body.conversation_id)
    const known = id === '' ? undefined : await findSession(ctx.db, ctx.workspaceId, id)
    const held = known && (await holdSession(ctx, known.id))
    if (!held) throw refused('external_conversation_id', GONE)
    if (isMerged(held.thread)) throw refused('base', MERGED)
    const score = RATINGS.findIndex(({ key }) => key === body.rating) + 1
    if (score === 0) throw refused('rating', "Rating isn't an option")
    await rate(ctx, held, score, body.remark?.trim() || null)
    return {
      conversation_id: held.session.external_id,
      rating: RATINGS[score - 1]!.key as 'good',
      status: 'rated' as const,
    }
  },
})

const MERGED = 'The conversation was merged into another one'
const GONE = 'Conversation not found for the given external_conversation_id'

async function rate(ctx: Ctx, held: Held, score: number, remark: string | null): Promise<void> {
  const { rating, rating_remark, rating_asked_at, rating_closes_at } = held.session
  if (rating_asked_at === null) throw refused('base', 'No rating survey found for this conversation')
  if (rating === score && (remark === null || remark === rating_remark)) return
  if (rating_remark !== null)
    throw refused('base', 'This rating can no longer be changed because a remark has already been submitted')
  if (rating_closes_at! <= ctx.now) throw refused('base', 'The rating window for this conversation has closed')
  await change(ctx, held, { rating: score, rating_remark: remark })
  const agent = held.thread.ai_agent as AiAgentState
  const now = unix(ctx.now)
  await noteAgent(ctx, held, {
    rating: score,
    rating_remark: remark,
    created_at: agent.created_at ?? now,
    updated_at: now,
  })
  const bot = { ...byAdmin(await getBot(ctx.db, ctx.workspaceId)), created_at: ctx.now }
  await record(ctx, held.thread, {
    parts: [
      ...(rating === score ? [] : [{ part_type: 'conversation_rating_changed' as const, ...bot }]),
      ...(remark === null ? [] : [{ part_type: 'conversation_rating_remark_added' as const, ...bot }]),
    ],
    changes: {},
    topics: [],
  })
}

/** Refusals of a rating have a form of their own: messages by the property that each is about. */
class RatingRefused extends ApiError {
  override body() {
    return { errors: { [this.field!]: this.message } }
  }
}

const refused = (field: string, message: string) => new RatingRefused(422, 'parameter_invalid', message, field)
