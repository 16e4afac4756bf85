/** Plain text as parts, of which some are what was searched for. Parts are not escaped: the caller does that when it shows them. */
import { fold, isUnspaced } from './fold.ts'
import { readQuestion } from './question.ts'

export interface Part {
  type: 'highlight' | 'plain'
  text: string
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

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

/** Lines of the text that hold a word of the question, cut around it. The first line where none does. */
export function highlightSummary(body: string, searched: string): Part[][] {
  const asked = stemsOf(searched)
  const lines = body.slice(0, MAX_READ).split('\n')
  const hits: string[] = []
  for (const line of lines) {
    const [first] = marksIn(line, asked)
    if (first) hits.push(cut(line, first[0]))
    if (hits.length === MAX_LINES) break
  }
  const shown = hits.length > 0 ? hits : lines.slice(0, 1).map((line) => cut(line, 0))
  return shown.filter((line) => line !== '').map((line) => partsOf(line, asked))
}

/** Characters of a body that are looked through: a page of results has many bodies. */
const MAX_READ = 20_000

const MAX_LINES = 3
const WIDTH = 200

/** Cuts at blanks, and where a script writes none between what readers see as signs. */
function cut(line: string, around: number): string {
  if (line.length <= WIDTH) return line
  const blank = line.indexOf(' ', around - WIDTH / 2)
  const start = around <= WIDTH / 2 ? 0 : blank === -1 || blank >= around ? around : blank + 1
  const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let end = start
  for (const { segment } of signs.segment(line.slice(start, start + WIDTH * 2))) {
    if (end - start + segment.length > WIDTH) break
    end += segment.length
  }
  const last = end === line.length ? end : line.slice(0, end + 1).search(/\s\S*$/)
  return line.slice(start, last > around && last - start > WIDTH / 2 ? last : end)
}

/** A question as texts are compared with it: short words whole, others by their beginning. */
interface Asked {
  whole: ReadonlySet<string>
  beginnings: string[]
  parts: string[]
}

function stemsOf(searched: string): Asked {
  const { words, parts } = readQuestion(searched)
  const stems = words.map((word) => (word.length > 5 ? word.slice(0, word.length - 2) : word))
  return {
    whole: new Set(stems.filter((stem) => stem.length < 4)),
    beginnings: stems.filter((stem) => stem.length >= 4),
    parts,
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
  const found: [number, number][] = []
  for (const part of parts) {
    const at = word.normalize('NFKC').length === word.length ? word.normalize('NFKC').toLowerCase().indexOf(part) : -1
    if (at >= 0 && !found.some(([start, end]) => index + at < end && index + at + part.length > start))
      found.push([index + at, index + at + part.length])
  }
  return found.toSorted(([a], [b]) => a - b)
}
