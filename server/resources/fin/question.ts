/** A message of a user as an answerer is asked it: with what was said before, and what the user may read. */
import type { Question, Said } from '../../answerer/answerer.ts'
import type { Ctx } from '../../context.ts'
import { act } from '../../queue/act.ts'
import type { TaskDeps } from '../../queue/task.ts'
import { bodyToText } from '../../html.ts'
import { audiencesOf } from '../audiences/of-contact.ts'
import { articleUrlAt } from './article-url.ts'
import { findAsker, findTurn, findSessionById, listSaid, type SaidRow } from './queries.ts'

const MOST_SAID = 20

type Asked = Omit<Question, 'db'>

/** Undefined where the session is gone. */
export async function readQuestion(
  deps: Pick<TaskDeps, 'db' | 'clock'>,
  workspaceId: number,
  sessionId: number,
  turn: number,
): Promise<Question | undefined> {
  let asked: Asked | undefined
  await act(deps, workspaceId, async (ctx) => {
    asked = await questionOf(ctx, sessionId, turn)
  })
  return asked && { db: deps.db, ...asked }
}

export async function questionOf(ctx: Ctx, sessionId: number, turn: number): Promise<Asked | undefined> {
  const { db, workspaceId } = ctx
  const session = await findSessionById(db, workspaceId, sessionId)
  const said = session && (await findTurn(db, workspaceId, sessionId, turn))
  const asker = said && (await findAsker(db, workspaceId, sessionId, turn))
  if (!session || !said || !asker) return undefined
  const told = (session.history as { author: Said['author']; body: string }[]).map(({ author, body }) => ({
    author,
    text: bodyToText(body),
  }))
  const all = (await listSaid(db, workspaceId, session.thread_id, MOST_SAID + 1)).map(present)
  // The last one of the user is the message itself.
  const before = all.toSpliced(
    all.findLastIndex(({ author }) => author === 'user'),
    1,
  )
  return {
    workspaceId,
    text: bodyToText(said.body),
    history: [...told, ...before],
    user: { name: asker.name, locale: asker.locale },
    reader: { states: ['published'], audiences: await audiencesOf(ctx, asker.id) },
    asEmail: session.as_email,
    handsOver: session.asks_back,
    articleUrl: articleUrlAt(workspaceId, session.origin),
  }
}

const present = ({ author_type, from_ai_agent, body }: SaidRow): Said => ({
  author: from_ai_agent ? 'fin' : author_type === 'user' || author_type === 'lead' ? 'user' : 'agent',
  text: bodyToText(body),
})
