/**
 * The one search over content. Attempts go from strict to lenient, and the first that finds something is the answer:
 * all words, parts of words, any word, words that are misspelt. The reader decides what can be found at all.
 */
import { type Db, fragment, type Fragment } from '../../db/pool.ts'
import type { Kind } from './queries.ts'
import { type Question, readQuestion, withoutUmlauts } from './question.ts'

/** The contents that somebody may find: readers see published ones of their audiences, admins see all. */
export interface Reader {
  states: ('draft' | 'published')[]
  /** Audiences of the reader; `all` for admins. */
  audiences: number[] | 'all'
}

export const ANYBODY: Reader = { states: ['published'], audiences: [] }

export interface Wanted {
  kind: Kind
  text: string
  reader: Reader
  /** Any language where none is named. */
  locale?: string | undefined
  /** A further condition on `content_index`, named `x`. */
  only?: Fragment | undefined
}

export interface Found {
  item_id: number
  locale: string
  title: string
  body: string
}

/** @returns everything found up to a limit, best first, each item once */
export async function findContent(db: Db, workspaceId: number, wanted: Wanted): Promise<Found[]> {
  const question = readQuestion(wanted.text)
  if (question.words.length + question.parts.length === 0) return []
  const scope = scopeOf(workspaceId, wanted)
  const languages = await listLanguages(db, scope)
  if (languages.length === 0) return []
  for (const attempt of attempts(question, languages)) {
    const found = await db<Found[]>`
      select item_id, locale, title, body from (
        select distinct on (x.item_id) x.item_id, x.locale, x.title, x.body, ${attempt.rank} as rank
        from content_index x where ${scope} and ${attempt.matches}
        order by x.item_id, rank desc) best
      order by rank desc, item_id limit ${MAX_FOUND}`
    if (found.length > 0) return found
  }
  return []
}

const MAX_FOUND = 500

function scopeOf(workspaceId: number, { kind, reader, locale, only }: Wanted): Fragment {
  const { audiences, states } = reader
  const open =
    audiences === 'all'
      ? fragment`true`
      : fragment`(x.audience_ids is null or x.audience_ids && ${audiences}::bigint[])`
  return fragment`x.workspace_id = ${workspaceId} and x.kind = ${kind} and x.state = any(${states}::text[])
    and (${locale ?? null}::text is null or x.locale = ${locale ?? null}) and ${open} and ${only ?? fragment`true`}`
}

async function listLanguages(db: Db, scope: Fragment): Promise<string[]> {
  const rows = await db<{ language: string }[]>`select distinct x.language from content_index x where ${scope}`
  return rows.map(({ language }) => language)
}

interface Attempt {
  matches: Fragment
  rank: Fragment
}

function* attempts(question: Question, languages: string[]): Generator<Attempt> {
  if (question.isPhrase && question.words.length > 0) return yield phrase(question, languages)
  if (question.words.length > 0) {
    yield allWords(question, languages)
    const respelt = withoutUmlauts(question)
    if (respelt) yield allWords(respelt, languages)
  }
  yield allParts(question)
  yield anyWord(question, languages)
  if (question.words.length > 0) yield misspelt(question)
}

/** The tsquery of a language's own words; the last one may go on. Words have letters and digits only. */
function queryOf(language: string, { words, prefix, codes }: Question, joined: '&' | '|'): Fragment {
  const own = words.slice(0, -1).join(joined === '&' ? ' ' : ' or ')
  const first =
    joined === '&'
      ? fragment`plainto_tsquery(${language}::regconfig, ${own})`
      : fragment`websearch_to_tsquery(${language}::regconfig, ${own})`
  const last = fragment`(plainto_tsquery(${language}::regconfig, ${prefix ?? ''}) ||
    case when numnode(plainto_tsquery(${language}::regconfig, ${prefix ?? ''})) > 0
      then to_tsquery('simple', ${prefix === undefined ? '' : `${prefix}:*`}) else ''::tsquery end)`
  const asked = joined === '&' ? fragment`(${first} && ${last})` : fragment`(${first} || ${last})`
  return codes.length === 0 ? asked : fragment`(${asked} || plainto_tsquery('simple', ${codes.join(' ')}))`
}

const byLanguage = (languages: string[], build: (language: string) => Fragment): Fragment =>
  languages.reduce<Fragment>(
    (before, language) => fragment`${before} when x.language = ${language} then ${build(language)}`,
    fragment``,
  )

const NOTHING = fragment`false`

const any = (conditions: Fragment[]): Fragment =>
  conditions.reduce((before, condition) => fragment`${before} or ${condition}`, NOTHING)

const all = (conditions: Fragment[]): Fragment =>
  conditions.reduce((before, condition) => fragment`${before} and ${condition}`, fragment`true`)

const holds = (word: string): Fragment =>
  fragment`(x.folded_title like ${`%${word}%`} or x.folded_body like ${`%${word}%`})`

const matching = (languages: string[], question: Question, joined: '&' | '|'): Fragment =>
  fragment`(${any(languages.map((language) => fragment`(x.language = ${language} and x.words @@ ${queryOf(language, question, joined)})`))})`

const rankOf = (languages: string[], question: Question, joined: '&' | '|'): Fragment => fragment`
  (case ${byLanguage(languages, (language) => fragment`ts_rank('{0.1, 0.2, 0.4, 1}', x.words, ${queryOf(language, question, joined)})`)} else 0 end)`

function allWords(question: Question, languages: string[]): Attempt {
  return {
    matches: fragment`${matching(languages, question, '&')} and ${all(question.parts.map(holds))}`,
    // Each word counts by where it stands: with `&` words that stand close together would count before a title.
    rank: fragment`${rankOf(languages, question, '|')} + ${partRank(question.parts)}`,
  }
}

function phrase({ words, parts }: Question, languages: string[]): Attempt {
  const query = (language: string) => fragment`phraseto_tsquery(${language}::regconfig, ${words.join(' ')})`
  const found = any(languages.map((language) => fragment`(x.language = ${language} and x.words @@ ${query(language)})`))
  return { matches: fragment`(${found}) and ${all(parts.map(holds))}`, rank: partRank(words) }
}

/** Shorter parts of words with blanks mean too much. */
const MIN_PART = 4

function allParts({ words, parts }: Question): Attempt {
  const long = words.filter((word) => word.length >= MIN_PART)
  const wanted = [...parts, ...long]
  if (long.length < words.length || wanted.length === 0) return none
  return { matches: all(wanted.map(holds)), rank: partRank(wanted) }
}

function anyWord(question: Question, languages: string[]): Attempt {
  const found = question.words.length > 0 ? matching(languages, question, '|') : NOTHING
  return {
    matches: fragment`(${found} or ${any(question.parts.map(holds))})`,
    rank: fragment`${question.words.length > 0 ? rankOf(languages, question, '|') : fragment`0`} + ${partRank(question.parts)} + ${titleRank(question)}`,
  }
}

/** A word that is misspelt beside others that are not counts by its likeness to those of the title. */
const titleRank = ({ words }: Question): Fragment =>
  words
    .filter((word) => word.length >= MIN_PART)
    .reduce<Fragment>(
      (before, word) => fragment`${before} + word_similarity(${word}, x.folded_title) / ${words.length}::float`,
      fragment`0`,
    )

/** Titles count before bodies, and their beginnings before their ends. */
const partRank = (parts: string[]): Fragment =>
  parts.reduce<Fragment>(
    (before, part) => fragment`${before}
      + case when position(${part} in x.folded_title) > 0 then 2 + 1.0 / position(${part} in x.folded_title)
        when position(${part} in x.folded_body) > 0 then 1 else 0 end`,
    fragment`0`,
  )

/** Letters that three in a row of differ in little. Long texts are compared by their beginning. */
function misspelt({ words }: Question): Attempt {
  const long = words.filter((word) => word.length >= MIN_PART)
  if (long.length === 0) return none
  // Short words are alike by chance.
  const limit = long.every((word) => word.length >= 6) ? 0.4 : 0.5
  const likeness = long.reduce<Fragment>(
    (before, word) => fragment`${before} + greatest(word_similarity(${word}, x.folded_title),
      0.9 * word_similarity(${word}, left(x.folded_body, 20000)))`,
    fragment`0`,
  )
  return { matches: fragment`(${likeness}) / ${long.length}::float >= ${limit}::float`, rank: likeness }
}

const none: Attempt = { matches: NOTHING, rank: fragment`0` }
