/**
 * Answerers find the words with which the AI agent answers a question. They write nothing; the session does.
 *
 *   const { text, sources, outcome } = await answerer.answer({ db, workspaceId, text, history, user, reader })
 *
 * from-content.ts needs no account and is what answers unless another is configured; from-model.ts asks a language model.
 * contract.test.ts holds both to what is promised here.
 */
import type { Reader } from '../content/index/find.ts'
import type { Db } from '../db/pool.ts'
import type { ArticleUrl, Passage } from './passages.ts'

export interface Said {
  author: 'user' | 'agent' | 'fin'
  /** Plain text. */
  text: string
}

export interface Question {
  db: Db
  workspaceId: number
  /** Plain text. */
  text: string
  /** The messages before it, oldest first. */
  history: Said[]
  /** `locale`: the language of the user where it is known, else that of the help center. */
  user: { name: string | null; locale: string | null }
  /** The content that the user may read: nothing else is shown or hinted at. */
  reader: Reader
  /** True if the answer leaves as an e-mail. */
  asEmail: boolean
  /** True if a teammate takes over where the user wants a human, or nothing answers. */
  handsOver: boolean
  articleUrl: ArticleUrl
}

/**
 * `answered`; `unanswered`: the text says so; `asked`: the message names no subject, and the text asks for it;
 * `resolved`: the user has no more questions; `escalated`: the user wants a human.
 */
export type Outcome = 'answered' | 'unanswered' | 'asked' | 'resolved' | 'escalated'

export interface Answer {
  outcome: Outcome
  /** HTML, never empty. */
  text: string
  /** The passages that an answer rests on; none for other outcomes. */
  sources: Passage[]
}

export interface Answerer {
  /** @throws AnswererUnavailable where it cannot be asked now: the job tries again */
  answer(question: Question): Promise<Answer>
}

/** The message names no address and holds no body. */
export class AnswererUnavailable extends Error {}
