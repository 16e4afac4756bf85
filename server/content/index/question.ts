/** The words of a search, as the index compares them. */
import { codesOf, fold, isUnspaced, wordsOf } from './fold.ts'

export interface Question {
  /** Words of scripts with blanks, in their order, each once. */
  words: string[]
  /** Words that must stand in the text as they are, because their script has no blanks. */
  parts: string[]
  /** The beginning of a word: the last one that was typed. */
  prefix: string | undefined
  /** A code without its signs. */
  codes: string[]
  /** True for words in quotation marks: they stand in this order, one behind the other. */
  isPhrase: boolean
}

/** Nobody means more words than these. */
const MAX_WORDS = 40
const MAX_WORD = 100

const QUOTED = /^["“„«].*["”“»]$/s

export function readQuestion(text: string): Question {
  const folded = fold(text.slice(0, 5000))
  const all = [...new Set(wordsOf(folded).map((word) => word.slice(0, MAX_WORD)))].slice(0, MAX_WORDS)
  const words = all.filter((word) => !isUnspaced(word))
  return {
    words,
    parts: all.filter(isUnspaced),
    prefix: words.at(-1),
    codes: codesOf(folded).slice(0, 10),
    isPhrase: QUOTED.test(folded.trim()),
  }
}

/** The same with `ue` for ü and the like, as people write who lack the letter; `undefined` if nothing is written so. */
export function withoutUmlauts(question: Question): Question | undefined {
  const words = question.words.map((word) => word.replaceAll(/([aou])e/g, '$1'))
  const isSame = words.every((word, at) => word === question.words[at])
  return isSame ? undefined : { ...question, words, prefix: words.at(-1) }
}
