/**
 * Answers to questions of runs. Several may wait in one conversation: each answer belongs to one of them, and the others
 * go on waiting. It belongs to the question whose choice it is, else to the last one that takes such words, else to the
 * last one. A question whose run ends since the conversation has its teammate takes none. The conversation must be held.
 */
import type { Db } from '../../db/pool.ts'
import { bodyToText } from '../../html.ts'
import { listAnswers, listAsking, moveQuestions, type Answer, type Asking } from './answer-queries.ts'

export interface Scope {
  db: Db
  workspaceId: number
}

/** The answer to the question of a run; undefined where none came yet. The other questions do not get it. */
export async function claimAnswer(
  { db, workspaceId }: Scope,
  threadId: number,
  runId: number,
): Promise<Answer | undefined> {
  const asking = (await listAsking(db, workspaceId, threadId)).filter(({ is_lost }) => !is_lost)
  if (!asking.some(({ id }) => id === runId)) return undefined
  const answers = await listAnswers(db, workspaceId, threadId, Math.min(...asking.map(({ after }) => after)))
  const given = giveOut(asking, answers)
  const mine = given.get(runId)
  if (!mine) return undefined
  const others = asking.filter(({ id, after }) => {
    const theirs = given.get(id)
    return id !== runId && after < mine.id && !(theirs && theirs.id < mine.id)
  })
  await moveQuestions(
    db,
    workspaceId,
    others.map(({ id }) => id),
    mine.id,
  )
  return mine
}

/** One answer for each question at most, by the ids of runs. */
function giveOut(asking: Asking[], answers: Answer[]): Map<number, Answer> {
  const given = new Map<number, Answer>()
  for (const answer of answers) {
    const waiting = asking.filter(({ id, after }) => after < answer.id && !given.has(id))
    const asker =
      waiting.find(({ choices }) => answer.choice !== null && choices.includes(answer.choice)) ??
      waiting.find(({ options }) => takes(options, answer.body)) ??
      waiting[0]
    if (asker) given.set(asker.id, answer)
  }
  return given
}

export const takes = (options: string[] | null | undefined, body: string): boolean =>
  !options || options.some((option) => plain(option) === plain(bodyToText(body)))

/** Options are compared as people write them: capitals and blanks count for nothing. */
const plain = (words: string): string => words.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
