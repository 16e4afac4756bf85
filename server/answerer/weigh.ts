/** Weighs the words of a question by their rarity in the content of a workspace, and tells which of them items have. */
import { fold, gramsOf, isUnspaced, wordsOf } from '../content/index/fold.ts'
import type { Found, Reader } from '../content/index/find.ts'
import { inLanguage } from '../content/index/in-language.ts'
import { mayKnow } from '../content/index/reader.ts'
import { type Db, fragment } from '../db/pool.ts'
import { isFiller } from './fillers.ts'

type Key = Pick<Found, 'kind' | 'item_id' | 'locale'>

export interface Weighed {
  /** A word as it was asked, or a known one in place of a misspelt one. */
  word: string
  /** The forms of it that texts are compared with, in the language of the item. */
  lexemes: string[]
  weight: number
}

const MOST_WORDS = 40
/** Texts that are counted: how frequent a more frequent word is makes no difference. */
const MOST_COUNTED = 1000
/** Shorter words are others by one letter. */
const MIN_SPELT = 5

/** Words of a question; pairs of letters in scripts without blanks. */
export function askedWords(text: string): string[] {
  const all = wordsOf(fold(text.slice(0, 5000)))
  const spaced = all.flatMap((word) => (isUnspaced(word) ? gramsOf(word).filter((gram) => gram.length > 1) : [word]))
  return [...new Set(spaced)].slice(0, MOST_WORDS)
}

export const keyOf = ({ kind, item_id, locale }: Key) => `${kind} ${item_id} ${locale}`

/** Words by the language of the index; without those that say nothing in it. A word that no text has weighs most. */
export async function weigh(
  db: Db,
  workspaceId: number,
  words: string[],
  { languages, reader, spellsAlike }: { languages: string[]; reader: Reader; spellsAlike: boolean },
): Promise<Map<string, Weighed[]>> {
  const spellings = await spell(db, workspaceId, words, spellsAlike ? reader : undefined)
  const forms = words
    .flatMap((word) => [word, ...(spellings.get(word) ?? [])].map((form) => ({ word, form })))
    .map((form, n) => ({ ...form, n }))
  const rows = await db<{ language: string; word: string; lexemes: string[]; df: number; weight: number }[]>`
    with languages as (
      select l.language, (select count(*) from (
        select from content_index x
        where x.workspace_id = ${workspaceId} and x.language = l.language and x.state = 'published'
        limit ${MOST_COUNTED}) texts) as texts
      from unnest(${languages}::text[]) l (language))
    select l.language, f.word, v.lexemes, d.df::int as df, ln(1 + l.texts / (1 + d.df)::float) as weight
    from languages l
    cross join jsonb_to_recordset(${forms as never}::jsonb) f (word text, form text, n bigint)
    cross join lateral (select tsvector_to_array(to_tsvector(l.language::regconfig, f.form)) as lexemes) v
    cross join lateral (
      select count(*) as df from (
        select from content_index x
        where x.workspace_id = ${workspaceId} and ${inLanguage(workspaceId, fragment`l.language`)}
          and x.state = 'published' and x.words @@ plainto_tsquery(l.language::regconfig, f.form)
        limit ${MOST_COUNTED}) texts) d
    order by f.n`
  const all = new Map<string, Map<string, Weighed & { df: number }>>(languages.map((language) => [language, new Map()]))
  for (const { language, ...row } of rows) {
    if (isFiller(row.word, language)) continue
    const known = all.get(language)!
    // A spelling that texts have stands for the word that none has.
    const before = known.get(row.word)
    const says = row.lexemes.length > 0
    if (!before || (before.lexemes.length > 0 && before.df === 0 && (row.df > 0 || !says))) known.set(row.word, row)
  }
  return new Map(
    [...all].map(([language, known]) => [language, [...known.values()].filter(({ lexemes }) => lexemes.length > 0)]),
  )
}

/** Other spellings: without umlauts that are written out, and words known to a reader that differ by one letter. */
async function spell(
  db: Db,
  workspaceId: number,
  words: string[],
  reader: Reader | undefined,
): Promise<Map<string, string[]>> {
  const long = words.filter((word) => word.length >= MIN_SPELT && !isUnspaced(word))
  const rows = reader ? await listAlike(db, workspaceId, long, reader) : []
  return new Map(
    long.map((word) => {
      const plain = word.replaceAll(/([aou])e/g, '$1')
      const known = rows.filter((row) => row.asked === word && isOneLetterOff(word, row.known)).map((row) => row.known)
      return [word, [...(plain === word ? [] : [plain]), ...known]]
    }),
  )
}

const listAlike = (db: Db, workspaceId: number, words: string[], reader: Reader) =>
  db<{ asked: string; known: string }[]>`
    select w.asked, c.known from unnest(${words}::text[]) w (asked)
    cross join lateral (
      select c.word as known from content_words c
      where c.workspace_id = ${workspaceId} and c.word % w.asked and c.word <> w.asked
        and ${mayKnow(reader)}
      order by similarity(c.word, w.asked) desc, c.word limit 6) c`

/** True for a letter that is missing, too many, another, or exchanged with its neighbour; first letters are seldom. */
export function isOneLetterOff(asked: string, known: string): boolean {
  if (asked[0] !== known[0] || Math.abs(asked.length - known.length) > 1) return false
  let at = 0
  while (at < asked.length && asked[at] === known[at]) at++
  const [a, k] = [asked.slice(at), known.slice(at)]
  return (
    a.slice(1) === k ||
    a === k.slice(1) ||
    a.slice(1) === k.slice(1) ||
    (a[0] === k[1] && a[1] === k[0] && a.slice(2) === k.slice(2))
  )
}

/** Words of each text as the index has them in its language. */
export async function lexemesOf(db: Db, texts: { language: string; text: string }[]): Promise<Set<string>[]> {
  const folded = texts.map(({ language, text }, n) => ({ language, text: indexedWords(text), n }))
  const rows = await db<{ lexemes: string[] }[]>`
    select tsvector_to_array(to_tsvector(t.language::regconfig, t.text)) as lexemes
    from jsonb_to_recordset(${folded as never}::jsonb) t (language text, text text, n bigint)
    order by t.n`
  return rows.map(({ lexemes }) => new Set(lexemes))
}

const LONGEST = 100_000

const indexedWords = (text: string): string =>
  wordsOf(fold(text.slice(0, LONGEST)).toWellFormed())
    .flatMap((word) => (isUnspaced(word) ? gramsOf(word) : [word]))
    .filter((word) => word.length <= 100)
    .join(' ')
