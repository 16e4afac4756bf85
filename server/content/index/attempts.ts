/**
 * The attempts of a search, as SQL: tables up to `hits`, of the texts that match and their rank. A text is asked in its
 * own language. Only a limited number of texts is ranked, those with the words in their title first, so that frequent
 * words cost no more than rare ones.
 */
import { fragment, type Fragment } from '../../db/pool.ts'
import { allOf, anyOf } from '../../search/combine.ts'
import { inLanguage } from './in-language.ts'
import { MAX_COMPARED, type NearWord } from './near-words.ts'
import type { Question } from './question.ts'
import { allButOne, entriesOf, partsInSequence, queryOf } from './tsqueries.ts'

export interface Search {
  workspaceId: number
  /** The condition on `content_index`, named `x`, that each text meets. */
  scope: Fragment
  /** The table `languages`. */
  languages: Fragment
  /** The condition on `content_words`, named `c`, that each known word meets. */
  mayKnow: Fragment
}

export type Attempt = (search: Search) => Fragment

/**
 * Texts that are ranked, shared out among the languages: with the words in their title, in their body alone, and with
 * all of them but one in their title.
 */
const RANKED = { titles: 300, bodies: 200, nearly: 50 }
const share = (most: number): Fragment => fragment`(select ${most}::int / greatest(count(*), 1) from asked)`

/** Texts in the language `a.language`. */
const own = ({ workspaceId }: Search): Fragment => inLanguage(workspaceId, fragment`a.language`)

const KEY = fragment`x.kind, x.item_id, x.locale, x.state`

/** Texts with all words, and before them texts whose title has all but one, if they fit better than each of those. */
export const allWords = (question: Question): Attempt => words(question, allOf)

/** Texts with one of the words. */
export const anyWord = (question: Question): Attempt => words(question, anyOf)

/** The words of the question, in the order in which they stand. */
export function phrase({ words: asked, parts }: Question): Attempt {
  const query = fragment`phraseto_tsquery(l.language::regconfig, ${asked.join(' ')})`
  return (search) => {
    const { scope, languages } = search
    return fragment`
    ${languages},
    asked as materialized (select l.language, ${query} as query from languages l where l.language is not null),
    hits as (
      select m.* from asked a cross join lateral (
        select ${KEY}, ${partRank(asked)} as rank from content_index x
        where ${scope} and ${own(search)} and x.words @@ a.query and ${allOf(parts.map(holds))}
        limit ${share(RANKED.titles)}) m)`
  }
}

function words(question: Question, join: (conditions: Fragment[]) => Fragment): Attempt {
  const { parts } = question
  const isAll = join === allOf
  const joined = isAll ? '&' : '|'
  // The beginning of a word is looked for in titles: in bodies, two letters would be met by most texts.
  const inTitle = queryOf(question, joined)
  const entries = entriesOf(question, joined)
  const query = queryOf({ ...question, prefix: undefined }, joined)
  // Pairs of letters may stand apart in the text: the parts themselves are looked for in it.
  const spaced =
    !isAll && question.words.length > 0 ? [queryOf({ ...question, prefix: undefined, parts: [] }, joined)] : []
  const exact = parts.length > 0 ? partsInSequence(parts, spaced, joined) : fragment`null::tsquery`
  const held = join([...parts.map(holds), ...spaced.map(() => fragment`x.words @@ a.spaced`)])
  const rechecked =
    parts.length === 0 ? fragment`true` : fragment`case when ${HAS_PLACES} then x.words @@ a.exact else ${held} end`
  // Each word counts by where it stands: with `&` words that stand close together would count before a title.
  const ranked = queryOf(question, '|')
  const nearly = isAll ? allButOne(question) : undefined
  // Beside titles with nearly all words, a body counts whose words stand together: within some twenty of one another,
  // however often, and never as much as a title.
  const together = nearly
    ? fragment` + case when a.nearly is null then 0 else least(0.5, 10 * ts_rank_cd(x.words, a.query)) end`
    : fragment``
  // Long texts have every word more often.
  const rank = fragment`ts_rank('{0.1, 0.2, 0.4, 1}', x.words, a.ranked, 1)${together} + ${partRank(parts)}`
  // Titles with all words need not be compared by their bodies, which would have to be read.
  const titleRank = isAll ? fragment`1 + ts_rank(x.title_words, a.in_title, 1) + ${partRank(parts)}` : rank
  // Titles with all words come before every body: as many of them as are ranked leave the bodies unread.
  const bodiesMatter = isAll ? fragment`(select count(*) from titled) < ${share(RANKED.titles)}` : fragment`true`
  return (search) => {
    const { scope, languages } = search
    // A long body has every word, and may be about something else. Where no text has all words, one may be misspelt.
    const beside = nearly
      ? fragment`
        union all
        select n.* from (
          select ${KEY}, ${rank} as rank from content_index x
          where ${scope} and ${own(search)} and content_title_entries(x.title_words) @@ a.nearly
            and not x.title_words @@ a.in_title and ${bodiesMatter}
            and (exists (select from titled) or exists (select from bodies))
          limit ${share(RANKED.nearly)}) n
        where n.rank > (select max(rank) from (select rank from titled union all select rank from bodies) whole)`
      : fragment``
    return fragment`
    ${languages},
    asked as materialized (
      select l.language, ${query} as query, ${inTitle} as in_title, ${entries} as entries, ${exact} as exact,
        ${spaced[0] ?? query} as spaced, ${ranked} as ranked,
        ${nearly ?? fragment`null::tsquery`} as nearly
      from languages l where l.language is not null),
    hits as (
      select m.* from asked a cross join lateral (
        with titled as materialized (
          select ${KEY}, ${titleRank} as rank from content_index x
          where ${scope} and ${own(search)} and content_title_entries(x.title_words) @@ a.entries and ${rechecked}
          limit ${share(RANKED.titles)}),
        bodies as materialized (
          select ${KEY}, ${rank} as rank from content_index x
          where ${scope} and ${own(search)} and x.words @@ a.query and not x.title_words @@ a.in_title
            and ${rechecked} and ${bodiesMatter}
          limit ${share(RANKED.bodies)})
        select * from titled
        union all
        select * from bodies${beside}) m
      where numnode(a.in_title) > 0)`
  }
}

/**
 * True for texts whose words all have the places at which they stand: PostgreSQL keeps 256 places of a word, and none
 * behind the 16,383rd. A text with fewer repetitions than that, its pairs being three bytes or more apart, has no word
 * with more; codes count once more and take no bytes, so a text with hundreds of codes beside such repetitions can be
 * missed. The body itself would have to be read for every text that has the pairs.
 */
const HAS_PLACES = fragment`octet_length(x.folded_body) <= 12000
  and (octet_length(x.folded_title) + octet_length(x.folded_body)) / 3 - length(x.words) < 256`

const holds = (part: string): Fragment =>
  fragment`(x.folded_title like ${`%${part}%`} or x.folded_body like ${`%${part}%`})`

/** Titles count before bodies, and their beginnings before their ends. */
const partRank = (parts: string[]): Fragment =>
  parts.reduce<Fragment>(
    (before, part) => fragment`${before}
      + case when position(${part} in x.folded_title) > 0 then 2 + 1.0 / position(${part} in x.folded_title)
        when position(${part} in x.folded_body) > 0 then 1 else 0 end`,
    fragment`0`,
  )

/** Shorter parts of words with blanks mean too much. */
const MIN_PART = 4
/** Known words that stand for one of the question. */
const PARTLY = 20
/** Texts that are compared for each known word in each language. */
const MOST_TEXTS = 60

/** Texts with words that the words of the question are parts of. */
export function partsOfWords({ words: asked, parts }: Question): Attempt | undefined {
  if (asked.length === 0 || asked.length > MAX_COMPARED || asked.some((word) => word.length < MIN_PART))
    return undefined
  return known(parts, {
    near: ({ workspaceId, mayKnow }) => fragment`
      select w.n, c.word, c.languages, c.likeness from unnest(${asked}::text[]) with ordinality w (word, n)
      cross join lateral (
        select c.word, c.languages, 1.0 + length(w.word)::float / length(c.word) as likeness from content_words c
        where c.workspace_id = ${workspaceId} and c.word like '%' || w.word || '%' and ${mayKnow}
        order by length(c.word), c.word limit ${PARTLY}) c`,
    enough: fragment`count(*) = ${asked.length}`,
  })
}

/** Texts with words that differ from those of the question in few letters. */
export function misspelt({ parts }: Question, likely: NearWord[][]): Attempt | undefined {
  const given = likely.flatMap((some, n) =>
    some.map(({ word, languages, likeness }) => ({ n, word, languages, likeness })),
  )
  if (given.length === 0) return undefined
  // Short words are alike by chance.
  const limit = likely.flat().every(({ asked }) => asked.length >= 6) ? 0.4 : 0.5
  return known(parts, {
    near: () => fragment`
      select n, word, languages, likeness from jsonb_to_recordset(${given as never}::jsonb)
        as given (n int, word text, languages text[], likeness float)`,
    enough: fragment`sum(likeness) / ${likely.length}::float >= ${limit}::float`,
  })
}

interface Known {
  /** The known words for each word of the question, with their languages and their likeness. */
  near: (search: Search) => Fragment
  /** The condition on the likenesses of a text's words, one for each word of the question. */
  enough: Fragment
}

/** Texts with known words in place of those of the question. */
const known =
  (parts: string[], { near, enough }: Known): Attempt =>
  (search) =>
    fragment`
    ${search.languages},
    near as materialized (${near(search)}),
    asked as materialized (
      select l.language, near.n, near.likeness, plainto_tsquery(l.language::regconfig, near.word) as query
      from languages l join near on near.languages is null or l.language = any(near.languages)
      where l.language is not null),
    matched as (
      select m.*, a.n, a.likeness from asked a cross join lateral (
        select ${KEY}, x.title_words @@ a.query as titled from content_index x
        where ${search.scope} and ${own(search)} and x.words @@ a.query and ${allOf(parts.map(holds))}
        limit ${MOST_TEXTS}) m
      where numnode(a.query) > 0),
    alike as (
      select kind, item_id, locale, state, n, max(likeness * case when titled then 1 else 0.9 end) as likeness
      from matched group by kind, item_id, locale, state, n),
    hits as (
      select kind, item_id, locale, state, sum(likeness) as rank from alike
      group by kind, item_id, locale, state having ${enough})`
