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

const QUOTED = /^(?:["“„«].*["”“»]|['‘‚].*['’‘])$/s

export function readQuestion(text: string): Question {
  const folded = fold(text.slice(0, 5000))
  const each = [...new Set(wordsOf(folded).map((word) => word.slice(0, MAX_WORD)))].slice(0, MAX_WORDS)
  const all = each.filter((word) => !STOP_WORDS.has(word))
  const words = all.filter((word) => !isUnspaced(word))
  return {
    words,
    parts: all.filter(isUnspaced),
    prefix: words.at(-1),
    codes: codesOf(folded).slice(0, 10),
    isPhrase: QUOTED.test(folded.trim()),
  }
}

/**
 * Arabic words that say nothing of a subject: PostgreSQL has no list of them, as it has of other languages. Folded; words
 * of another script cannot be meant.
 */
const STOP_WORDS = new Set(
  'الى ان او اي اين عن على علي في كم كيف لا ما ماذا متى متي من هذا هذه هل هو هي و يا ثم قد لم لن كل مع التي الذي'.split(
    ' ',
  ),
)

/** The same with two words that stand side by side written as one, as `geschenk karte`; undefined for other questions. */
export function asCompound(question: Question): Question | undefined {
  const { words, parts } = question
  if (words.length !== 2 || parts.length > 0 || words.some((word) => word.length < 3)) return undefined
  const joined = [words.join('')]
  return { ...question, words: joined, prefix: joined[0], codes: [] }
}

/** A large letter before a number: a small one is a word. */
const APART = /(?<![\p{L}\p{N}])(\p{Lu}) (\d{1,3})(?![\p{L}\p{N}])/gu

/** The words of a search that has a code in two, as `E 4`, which is whole then; undefined for others. */
export function withCodesInOne(text: string): Question | undefined {
  const asked = text.slice(0, 5000)
  const joined = asked.replaceAll(APART, '$1$2')
  return joined === asked ? undefined : { ...readQuestion(joined), prefix: undefined }
}

/** The same with `ue` for ü and the like, as people write who lack the letter; `undefined` if nothing is written so. */
export function withoutUmlauts(question: Question): Question | undefined {
  const words = question.words.map((word) => word.replaceAll(/([aou])e/g, '$1'))
  const isSame = words.every((word, at) => word === question.words[at])
  return isSame ? undefined : { ...question, words, prefix: words.at(-1) }
}
