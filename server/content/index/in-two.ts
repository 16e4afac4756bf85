/** Words that titles have in two, one of them short, as `setup` for "Set up": too short for the known words. */
import { fragment, type Fragment } from '../../db/pool.ts'
import { separated } from '../../search/combine.ts'
import type { Attempt } from './attempts.ts'
import { inLanguage } from './in-language.ts'
import type { Question } from './question.ts'
import { plain } from './tsqueries.ts'

const MAX_WORDS = 8
const MIN_HALF = 2
/** Longer halves are looked for among the known words. */
const SHORT = 3
const SPLIT = /^\p{L}{5,10}$/u
/** Titles that are ranked in each language. */
const RANKED = 60

/** Texts whose titles have all words, each whole or in two. */
export function wordsInTwo({ words, parts }: Question): Attempt | undefined {
  if (parts.length > 0 || words.length > MAX_WORDS || !words.some((word) => SPLIT.test(word))) return undefined
  const query = separated(words.map(asked), fragment` && `)
  return ({ workspaceId, scope, languages }) => fragment`
    ${languages},
    asked as materialized (select l.language, (${query}) as query from languages l where l.language is not null),
    hits as (
      select m.* from asked a cross join lateral (
        select x.kind, x.item_id, x.locale, x.state, ts_rank(x.title_words, a.query, 1) as rank from content_index x
        where ${scope} and ${inLanguage(workspaceId, fragment`a.language`)}
          and content_title_entries(x.title_words) @@ a.query
        limit ${RANKED}) m
      where numnode(a.query) > 0)`
}

/**
 * The word, or its halves: the stem of one has no place beside the other, and titles are short. Nothing for a word that
 * means nothing.
 */
function asked(word: string): Fragment {
  const whole = plain([word])
  if (!SPLIT.test(word)) return whole
  const pairs = halvesOf(word).map((pair) => `(${pair.join(' & ')})`)
  return fragment`case when numnode(${whole}) > 0 then ${whole} || to_tsquery('simple', ${pairs.join(' | ')})
    else ''::tsquery end`
}

/** The halves of a word, where one is short. */
const halvesOf = (word: string): [string, string][] => {
  const letters = [...word]
  return letters.flatMap((_, at) => {
    const short = Math.min(at, letters.length - at)
    return short < MIN_HALF || short > SHORT
      ? []
      : [[letters.slice(0, at).join(''), letters.slice(at).join('')] as [string, string]]
  })
}
