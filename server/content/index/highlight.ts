/** Plain text as parts, of which some are what was searched for. Parts are not escaped: the caller does that when it shows them. */
import { fold, isUnspaced } from './fold.ts'
import { readQuestion } from './question.ts'

export interface Part {
  type: 'highlight' | 'plain'
  text: string
}

const SIGN = '[\\p{L}\\p{N}\\p{M}]'
/** Signs that nobody sees, such as soft hyphens, part no words. */
const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\p{Cf}]*/gu

/** The text with the words of the question marked; whole signs stay whole. */
export const highlight = (text: string, searched: string): Part[] => partsOf(text, stemsOf(searched))

function partsOf(text: string, asked: Asked): Part[] {
  const marked = marksIn(text, asked)
  const parts: Part[] = []
  let at = 0
  for (const [start, end] of marked) {
    if (start > at) parts.push({ type: 'plain', text: text.slice(at, start) })
    parts.push({ type: 'highlight', text: text.slice(start, end) })
    at = end
  }
  if (at < text.length || parts.length === 0) parts.push({ type: 'plain', text: text.slice(at) })
  return parts
}

/**
 * Lines of a text that hold a word of the question, cut around it; the first line where none does. The bodies of a page
 * of results are searched at the cost of one page together.
 * @param ellipsis stands where a line is cut in the middle of a sentence
 */
export function summariesFor(searched: string, ellipsis = ''): (body: string) => Part[][] {
  const asked = stemsOf(searched)
  let left = MAX_SEARCHED
  return (body) => {
    const hits: Cut[] = []
    for (const { from, to } of windowsOf(body, Math.max(left, WINDOW))) {
      left -= to - from
      const window = body.slice(from, to)
      if (!asked.pattern?.test(fold(window))) continue
      for (const line of window.split('\n')) {
        const [first] = marksIn(line, asked)
        if (first) hits.push(cut(line, first[0]))
        if (hits.length === MAX_LINES) break
      }
      if (hits.length === MAX_LINES) break
    }
    const shown = hits.length > 0 ? hits : [cut(body.slice(0, WINDOW).split('\n', 1)[0]!, 0)]
    return shown
      .filter(({ text }) => text !== '')
      .map(({ text, from, to }) => [
        ...plain(isWithinSentence(from, text) ? ellipsis : ''),
        ...partsOf(text, asked),
        ...plain(isWithinSentence(text, to) ? ellipsis : ''),
      ])
  }
}

/** Characters of bodies that are searched for a page of results; each body is for a window at least. */
const MAX_SEARCHED = 2_000_000
/** Characters that are compared at once. */
const WINDOW = 20_000

/** Windows end with a line, else with a word, else in the middle of one. */
function* windowsOf(body: string, most: number): Generator<{ from: number; to: number }> {
  const end = Math.min(body.length, most)
  for (let from = 0, to; from < end; from = to) {
    to = Math.min(from + WINDOW, end)
    if (to < body.length) {
      // Both halves of a letter stay together.
      if (/[\ud800-\udbff]/.test(body[to - 1]!)) to--
      const window = body.slice(from, to)
      const line = window.lastIndexOf('\n')
      const at = line > 0 ? line : window.lastIndexOf(' ')
      if (at > 0) to = from + at + 1
    }
    yield { from, to }
  }
}

const MAX_LINES = 3
const WIDTH = 200

/** A part of a line, with the text before it and behind it. */
interface Cut {
  from: string
  text: string
  to: string
}

/** True if a text is cut between two parts before a sentence has ended. */
const isWithinSentence = (before: string, after: string): boolean =>
  before.trim() !== '' && after.trim() !== '' && !SENTENCE_END.test(before)
const SENTENCE_END = /[.!?…。！？؟।]["'”’»)\]]*\s*$/

const plain = (text: string): Part[] => (text === '' ? [] : [{ type: 'plain', text }])

/** Cuts at blanks, and where a script writes none between what readers see as signs. */
function cut(line: string, around: number): Cut {
  if (line.length <= WIDTH) return { from: '', text: line, to: '' }
  const blank = line.indexOf(' ', around - WIDTH / 2)
  const start = around <= WIDTH / 2 ? 0 : blank === -1 || blank >= around ? around : blank + 1
  const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let end = start
  for (const { segment } of signs.segment(line.slice(start, start + WIDTH * 2))) {
    if (end - start + segment.length > WIDTH) break
    end += segment.length
  }
  const last = end === line.length ? end : line.slice(0, end + 1).search(/\s\S*$/)
  const stop = last > around && last - start > WIDTH / 2 ? last : end
  return { from: line.slice(0, start), text: line.slice(start, stop), to: line.slice(stop) }
}

/** A question as texts are compared with it: short words whole, others by their beginning. */
interface Asked {
  whole: ReadonlySet<string>
  beginnings: string[]
  parts: string[]
  /** Finds any of them in a folded text; undefined where nothing is asked. */
  pattern: RegExp | undefined
}

function stemsOf(searched: string): Asked {
  const { words, parts } = readQuestion(searched)
  const stems = words.map((word) => (word.length > 5 ? word.slice(0, word.length - 2) : word))
  const whole = stems.filter((stem) => stem.length < 4)
  const beginnings = stems.filter((stem) => stem.length >= 4)
  const spaced = [...beginnings, ...whole.map((word) => `${word}(?!${SIGN})`)]
  // Words have letters, digits and marks alone, none of which means anything in a pattern.
  const patterns = [...(spaced.length > 0 ? [`(?<!${SIGN})(?:${spaced.join('|')})`] : []), ...parts]
  return {
    whole: new Set(whole),
    beginnings,
    parts,
    pattern: patterns.length > 0 ? new RegExp(patterns.join('|'), 'u') : undefined,
  }
}

function marksIn(text: string, { whole, beginnings, parts }: Asked): [start: number, end: number][] {
  const found: [number, number][] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = fold(word)
    if (whole.has(folded) || beginnings.some((stem) => folded.startsWith(stem)))
      found.push([index, index + word.length])
    else if (isUnspaced(word)) found.push(...partsIn(word, index, parts))
  }
  return found
}

function partsIn(word: string, index: number, parts: string[]): [number, number][] {
  const { folded, starts } = foldedLetters(word)
  const found: [number, number][] = []
  for (const part of parts) {
    const at = folded.indexOf(part)
    if (at === -1) continue
    const [start, end] = [index + starts[at]!, index + (starts[at + part.length] ?? word.length)]
    if (!found.some((one) => start < one[1] && end > one[0])) found.push([start, end])
  }
  return found.toSorted(([a], [b]) => a - b)
}

/** A word folded letter by letter, with the place in the word of each of the folded ones. */
function foldedLetters(word: string): { folded: string; starts: number[] } {
  const starts: number[] = []
  let folded = ''
  let at = 0
  for (const letter of word) {
    const plain = fold(letter)
    for (let n = 0; n < plain.length; n++) starts.push(at)
    folded += plain
    at += letter.length
  }
  return { folded, starts }
}
