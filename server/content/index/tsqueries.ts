/** The words of a question as PostgreSQL's `tsquery`, in the language `l.language`. */
import { fragment, type Fragment } from '../../db/pool.ts'
import { separated } from '../../search/combine.ts'
import { gramsOf } from './fold.ts'
import type { Question } from './question.ts'

/** `&` asks for all words, `|` for any. */
export type Joined = '&' | '|'

/** All of the words, by their stems. */
export const plain = (words: string[]): Fragment => fragment`plainto_tsquery(l.language::regconfig, ${words.join(' ')})`

/** The words, by their stems, one behind the other. */
const inSequence = (words: string[]): Fragment => fragment`phraseto_tsquery(l.language::regconfig, ${words.join(' ')})`

const goesOn = (beginning: string): Fragment => fragment`to_tsquery('simple', ${`${beginning}:*`})`

/** The query of a part by its pairs of letters. The last letter is in the pair before it; one alone may begin a pair. */
function pairsOf([only, ...others]: string[], join: (pairs: string[]) => Fragment): Fragment {
  return others.length === 0 ? goesOn(only!) : join([only!, ...others.slice(0, -1)])
}

const MAX_GRAMS = 30

const joinedBy = (queries: Fragment[], joined: Joined): Fragment =>
  fragment`(${separated(queries, joined === '&' ? fragment` && ` : fragment` || `)})`

/**
 * All of a question; a prefix may go on. Words have letters and digits only.
 * @param prefixOf the query of the prefix
 */
export function queryOf(
  { words, prefix, parts, codes }: Question,
  joined: Joined,
  prefixOf: (prefix: string) => Fragment = goesOn,
): Fragment {
  const own = words.slice(0, -1)
  const first = joined === '&' ? plain(own) : fragment`websearch_to_tsquery(l.language::regconfig, ${own.join(' or ')})`
  const whole = plain(words.slice(-1))
  const last =
    prefix === undefined
      ? whole
      : fragment`(${whole} || case when numnode(${whole}) > 0 then ${prefixOf(prefix)} else ''::tsquery end)`
  const grams = parts.map((part) => pairsOf(gramsOf(part).slice(0, MAX_GRAMS), plain))
  const query = joinedBy([...(words.length > 0 ? [first, last] : []), ...grams], joined)
  return codes.length === 0 ? query : fragment`(${query} || plainto_tsquery('simple', ${codes.join(' ')}))`
}

/** Questions of more words are not asked without each of them. */
const MAX_LEFT_OUT = 8

/**
 * All of the words but one, where three or more of them mean something in the language, and null otherwise; undefined
 * for a question that has no such form. The last word counts as a whole.
 */
export function allButOne({ words, parts }: Question): Fragment | undefined {
  if (parts.length > 0 || words.length < 3 || words.length > MAX_LEFT_OUT) return undefined
  // Three words joined by two signs.
  return fragment`case when numnode(${plain(words)}) >= 5
    then ${joinedBy(
      words.map((_, at) => plain(words.toSpliced(at, 1))),
      '|',
    )} end`
}

/** The same for `content_title_entries`, which has the beginnings of words as entries of their own. */
export const entriesOf = (question: Question, joined: Joined): Fragment =>
  queryOf(question, joined, (prefix) =>
    BEGINNING.test(prefix) ? fragment`${`'${prefix}*'`}::tsquery` : goesOn(prefix),
  )

const BEGINNING = /^\p{L}{1,5}$/u

/** Parts whose pairs of letters stand one behind the other, beside other queries. */
export const partsInSequence = (parts: string[], beside: Fragment[], joined: Joined): Fragment =>
  joinedBy([...parts.map((part) => pairsOf(gramsOf(part), inSequence)), ...beside], joined)
