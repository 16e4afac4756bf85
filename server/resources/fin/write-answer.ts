/** Writes an answer into its conversation, with its events, and what follows from its outcome. */
import type { Answer, Question } from '../../answerer/answerer.ts'
import type { Passage } from '../../answerer/passages.ts'
import { wordsFor } from '../../answerer/words.ts'
import type { Ctx } from '../../context.ts'
import type { FinTurnsRow } from '../../db/types/fin_turns.ts'
import { textToBody } from '../../html.ts'
import type { AiAgentState, ContentSourceState } from '../conversations/ai-agent.ts'
import { isTakenOver, leaveWithRun } from './end-taken-over.ts'
import { holdSession, type Held } from './lock.ts'
import { findTurn, markAnswered } from './queries.ts'
import { askUser, awaitUser, finish, handOver, speak } from './speak.ts'
import { noteAgent } from './state.ts'

/** In place of an answer that cannot be had. */
export const givenUp = ({ text, user }: Pick<Question, 'text' | 'user'>): Answer => ({
  outcome: 'unanswered',
  text: textToBody(wordsFor(text, user.locale).unable),
  sources: [],
})

/**
 * A message that was answered, or came before another one, gets no answer, nor one that was redacted, nor one in a
 * conversation that a teammate took over, or merged into another.
 */
export async function writeAnswer(ctx: Ctx, sessionId: number, number: number, answer: Answer): Promise<void> {
  const held = await holdSession(ctx, sessionId)
  if (!held || held.session.turn !== number || held.session.status === 'escalated') return
  const turn = await findTurn(ctx.db, ctx.workspaceId, sessionId, number)
  if (!turn || turn.answered_at !== null) return
  await markAnswered(ctx.db, ctx.workspaceId, sessionId, number, ctx.now)
  if (await isTakenOver(ctx, held)) return leaveWithRun(ctx, held, { outcome: 'taken_over' })
  if (isRedacted(turn)) return leave(ctx, held)
  const isAnswer = answer.outcome === 'answered'
  if (isAnswer) await noteSources(ctx, held, answer.sources)
  await speak(ctx, held, answer.text, isAnswer)
  await follow(ctx, held, answer)
}

/** Clients send no message without words. */
export const isRedacted = ({ body }: Pick<FinTurnsRow, 'body'>): boolean => body === ''

/** The user may ask again. */
const leave = (ctx: Ctx, held: Held): Promise<void> =>
  held.session.asks_back
    ? awaitUser(ctx, held, { endsWhenQuiet: true })
    : finish(ctx, held, { resolution: null, rates: false })

async function noteSources(ctx: Ctx, held: Held, passages: Passage[]): Promise<void> {
  const { sources } = (held.thread.ai_agent as AiAgentState | null) ?? { sources: [] }
  const all = new Map(
    [...sources, ...passages.map(present)].map((source) => [`${source.url} ${source.locale}`, source]),
  )
  await noteAgent(ctx, held, {
    sources: [...all.values()],
    last_answer_type: 'ai_answer',
    resolution_state: 'assumed_resolution',
  })
}

const SOURCES = {
  article: { content_type: 'article', path: '/articles' },
  external_page: { content_type: 'external_content', path: '/ai/external_pages' },
  content_snippet: { content_type: 'content_snippet', path: '/content_snippets' },
} as const

function present({ kind, item_id, url, title, locale }: Passage): ContentSourceState {
  const { content_type, path } = SOURCES[kind]
  return { content_type, url: url ?? `${path}/${item_id}`, title, locale }
}

async function follow(ctx: Ctx, held: Held, { outcome }: Answer): Promise<void> {
  if (!held.session.asks_back) {
    const resolution = outcome === 'answered' ? 'assumed_resolution' : null
    return finish(ctx, held, { resolution, rates: false })
  }
  switch (outcome) {
    case 'answered':
      return awaitUser(ctx, held, { endsWhenQuiet: true })
    case 'asked':
      // Silence still takes an answer that was given before.
      return isAnswered(held) ? awaitUser(ctx, held, { endsWhenQuiet: true }) : askUser(ctx, held)
    case 'resolved':
      return finish(ctx, held, { resolution: 'confirmed_resolution', rates: true })
    case 'escalated':
      return handOver(ctx, held, { reason: 'Escalation requested by user' })
    case 'unanswered':
      return handOver(ctx, held, { reason: 'Routed to team' })
  }
}

const isAnswered = ({ thread }: Held): boolean =>
  (thread.ai_agent as AiAgentState | null)?.resolution_state === 'assumed_resolution'
