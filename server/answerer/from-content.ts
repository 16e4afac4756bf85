/** Answers with the best passage of the content, and names it. It needs no account, and asks nobody else. */
import { escapeHtml } from '../html.ts'
import type { Answer, Answerer, Question } from './answerer.ts'
import { findPassages, type Passage } from './passages.ts'
import { isSatisfied, wantsHuman } from './wishes.ts'

export const contentAnswerer: Answerer = {
  async answer(question) {
    const { text } = question
    if (wantsHuman(text)) return without('escalated', 'A teammate will take over from here.')
    if (isSatisfied(text)) return without('resolved', 'Glad to hear it.')
    const passages = await passagesFor(question)
    if (passages.length === 0) return without('unanswered', 'I could not find an answer to this in what I may read.')
    return answerFrom(passages)
  },
}

const without = (outcome: Answer['outcome'], text: string): Answer => ({ outcome, text: paragraph(text), sources: [] })

/** A question that says little by itself is read with the one before it. */
async function passagesFor({ db, workspaceId, text, history, reader }: Question): Promise<Passage[]> {
  const found = await findPassages(db, workspaceId, text, reader)
  if (found.length > 0) return found
  const before = history.findLast(({ author }) => author === 'user')
  return before ? findPassages(db, workspaceId, `${before.text} ${text}`, reader) : []
}

/** Items that have as many of the words are named, too; the words are those of the best. */
function answerFrom([best, ...others]: Passage[]): Answer {
  const sources = [best!, ...others.slice(0, 2)]
  const more = sources.slice(1).map(({ title }) => title)
  const named = `From: ${best!.title}.${more.length > 0 ? ` See also: ${more.join('; ')}.` : ''}`
  return {
    outcome: 'answered',
    text: [...best!.text.split('\n'), named].map(paragraph).join(''),
    sources,
  }
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`
