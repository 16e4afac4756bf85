/** The words of a question as PostgreSQL's `tsquery`, in the language `l.language`. */
import { fragment, type Fragment } from '../../db/pool.ts'
import { separated } from '../../search/combine.ts'
import { gramsOf } from './fold.ts'
import type { Question } from './question.ts'

/** `&` asks for all words, `|` for any. */
export type Joined = '&' | '|'

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
  const first =
    joined === '&'
      ? fragment`plainto_tsquery(l.language::regconfig, ${own.join(' ')})`
      : fragment`websearch_to_tsquery(l.language::regconfig, ${own.join(' or ')})`
  const whole = fragment`plainto_tsquery(l.language::regconfig, ${words.at(-1) ?? ''})`
  const last =
    prefix === undefined
      ? whole
      : fragment`(${whole} || case when numnode(${whole}) > 0 then ${prefixOf(prefix)} else ''::tsquery end)`
  const grams = parts.map((part) => {
    const [only, ...others] = gramsOf(part).slice(0, MAX_GRAMS)
    return others.length === 0
      ? goesOn(only!)
      : fragment`plainto_tsquery(l.language::regconfig, ${[only, ...others.slice(0, -1)].join(' ')})`
  })
  const query = joinedBy([...(words.length > 0 ? [first, last] : []), ...grams], joined)
  return codes.length === 0 ? query : fragment`(${query} || plainto_tsquery('simple', ${codes.join(' ')}))`
}

/** Questions of more words are not asked without each of them. */
const MAX_LEFT_OUT = 8

const plain = (words: string[]): Fragment => fragment`plainto_tsquery(l.language::regconfig, ${words.join(' ')})`

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

const MAX_GRAMS = 30

const goesOn = (beginning: string): Fragment => fragment`to_tsquery('simple', ${`${beginning}:*`})`

/** The same for `content_title_entries`, which has the beginnings of words as entries of their own. */
export const entriesOf = (question: Question, joined: Joined): Fragment =>
  queryOf(question, joined, (prefix) =>
    BEGINNING.test(prefix) ? fragment`${`'${prefix}*'`}::tsquery` : goesOn(prefix),
  )

const BEGINNING = /^\p{L}{1,5}$/u

/** Parts whose pairs of letters stand one behind the other, beside other queries. */
export const partsInSequence = (parts: string[], beside: Fragment[], joined: Joined): Fragment =>
  joinedBy([...parts.map(inSequence), ...beside], joined)

function inSequence(part: string): Fragment {
  const [only, ...others] = gramsOf(part)
  return others.length === 0
    ? goesOn(only!)
    : fragment`phraseto_tsquery(l.language::regconfig, ${[only, ...others.slice(0, -1)].join(' ')})`
}
