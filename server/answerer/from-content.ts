/** Answers with the best section of the content, and names it. It needs no account, and asks nobody else. */
import { escapeHtml } from '../html.ts'
import type { Answer, Answerer, Question, Said } from './answerer.ts'
import { findPassages, SHARES, type Passage } from './passages.ts'
import { asksSomething, smallTalk, type Talked } from './small-talk.ts'
import { isSatisfied, wantsHuman } from './wishes.ts'
import { wordsFor, wordsIn } from './words.ts'

export const contentAnswerer: Answerer = {
  async answer(question) {
    const { text, history, user, handsOver } = question
    const words = wordsFor(text, user.locale)
    if (wantsHuman(text)) return without('escalated', handsOver ? words.human : words.noHuman)
    if (isSatisfied(text)) return without('resolved', words.glad)
    const talk = smallTalk(text, user.locale)
    if (talk && asksBack(talk, history)) return without('asked', talk.asks)
    // The subject of an answer to somebody's question is theirs.
    const passages = talk?.kind === 'answer' ? [] : await passagesFor(question)
    if (passages.length === 0) return without('unanswered', handsOver ? words.notFound : words.nothing)
    return answerFrom(passages)
  },
}

const without = (outcome: Answer['outcome'], text: string): Answer => ({
  outcome,
  text: paragraph(escapeHtml(text)),
  sources: [],
})

/** Words of any question may go on with the one before it, and a yes or no may answer one. */
function asksBack({ kind }: Talked, history: Said[]): boolean {
  if (kind === 'filler') return !history.some(({ author, text }) => author === 'user' && !smallTalk(text, null))
  const last = history.at(-1)
  return kind === 'greeting' || !last || !asksSomething(last)
}

/** A question that says little by itself is read with the one before it. */
async function passagesFor({ db, workspaceId, text, history, user, reader, articleUrl }: Question): Promise<Passage[]> {
  const options = { reader, locale: user.locale, articleUrl, share: SHARES.answers }
  const found = await findPassages(db, workspaceId, text, options)
  if (found.length > 0) return found
  const before = history.findLast(({ author }) => author === 'user')
  return before ? findPassages(db, workspaceId, `${before.text} ${text}`, options) : []
}

/** Items that have as many of the words are named, too; the words are those of the best. */
function answerFrom([best, ...others]: Passage[]): Answer {
  const sources = [best!, ...others.slice(0, 2)]
  const { readOn, seeAlso } = wordsIn(best!.locale)
  const more = sources.slice(1).map(named)
  const end = [`${readOn} ${named(best!)}`, ...(more.length > 0 ? [`${seeAlso} ${more.join('; ')}`] : [])]
  return { outcome: 'answered', text: [best!.html, ...end.map(paragraph)].join(''), sources }
}

const named = ({ title, url }: Passage): string =>
  url === null ? escapeHtml(title) : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`

const paragraph = (html: string): string => `<p>${html}</p>`
