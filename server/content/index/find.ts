/**
 * The one search over content. Attempts go from strict to lenient, and the first that finds something is the answer:
 * all words, two of them as one, parts of words, compounds in two, words that are misspelt, any word. The reader decides
 * what can be found at all.
 *
 *   await findContent(db, workspaceId, { text: 'reset password', reader: ANYBODY, locale: 'en' })
 *   await findContentPage(db, workspaceId, wanted, { limit: 10, offset: 20 })
 */
import { type Db, fragment, type Fragment } from '../../db/pool.ts'
import { allWords, anyWord, type Attempt, type Search, misspelt, partsOfWords, phrase } from './attempts.ts'
import { wordsInTwo } from './in-two.ts'
import { configurationOf } from './language.ts'
import type { Kind } from './queries.ts'
import { listNear, type NearWord, respell, split } from './near-words.ts'
import { asCompound, readQuestion, withCodesInOne, withoutUmlauts } from './question.ts'
import { mayFind, mayKnow, type Reader } from './reader.ts'

export { ANYBODY, type Reader } from './reader.ts'

export interface Wanted {
  /** Every kind where none is named. */
  kind?: Kind | Kind[] | undefined
  text: string
  reader: Reader
  /** Any language where none is named. */
  locale?: string | undefined
  /** A further condition on `content_index`, named `x`. */
  only?: Fragment | undefined
  /** Texts with any of the words, although others have all of them. */
  isLoose?: boolean | undefined
}

export interface Found {
  kind: Kind
  item_id: number
  locale: string
  title: string
  body: string
}

export interface FoundPage {
  /** Best first, each item once, in the text of it that fits best. */
  found: Found[]
  /** The number of all that was found, up to a limit. */
  total: number
}

/** The most items that are compared, and found, by words. */
const MAX_FOUND = 500

/** @returns everything found up to a limit, best first, each item once */
export const findContent = async (db: Db, workspaceId: number, wanted: Wanted): Promise<Found[]> =>
  (await findContentPage(db, workspaceId, wanted, { limit: MAX_FOUND, offset: 0 })).found

export async function findContentPage(
  db: Db,
  workspaceId: number,
  wanted: Wanted,
  { limit, offset }: { limit: number; offset: number },
): Promise<FoundPage> {
  const search = {
    workspaceId,
    scope: scopeOf(workspaceId, wanted),
    languages: languagesOf(workspaceId, wanted),
    mayKnow: mayKnow(wanted.reader),
  }
  const tried = wanted.isLoose ? [anyWord(readQuestion(wanted.text))] : attempts(db, search, wanted.text)
  for await (const attempt of tried) {
    const rows = await db<(Found & { total: number })[]>`
      with recursive ${attempt(search)},
      best as (
        select distinct on (kind, item_id) * from hits order by kind, item_id, rank desc, locale, state desc),
      page as (
        select * from best order by rank desc, item_id, kind
        limit ${Math.min(limit, Math.max(MAX_FOUND - offset, 0))} offset ${offset})
      select least(t.total, ${MAX_FOUND})::int as total, x.kind, x.item_id, x.locale, x.title, x.body
      from (select count(*) as total from best) t
      left join page on true
      left join content_index x on x.workspace_id = ${workspaceId} and x.kind = page.kind
        and x.item_id = page.item_id and x.locale = page.locale and x.state = page.state
      where t.total > 0
      order by page.rank desc, page.item_id, page.kind`
    if (rows.length > 0)
      return {
        total: rows[0]!.total,
        found: rows
          .filter(({ item_id }) => item_id !== null)
          .map(({ kind, item_id, locale, title, body }) => ({ kind, item_id, locale, title, body })),
      }
  }
  return { found: [], total: 0 }
}

function scopeOf(workspaceId: number, { kind, reader, locale, only }: Wanted): Fragment {
  const ofKind = kind === undefined ? fragment`true` : fragment`x.kind = any(${[kind].flat()}::text[])`
  const inLocale = locale === undefined ? fragment`true` : fragment`x.locale = ${locale}`
  return fragment`x.workspace_id = ${workspaceId} and ${ofKind} and ${inLocale} and ${mayFind(reader)}
    and ${only ?? fragment`true`}`
}

/** A table `languages` of those that the index has; the index of languages is walked from one to the next. */
function languagesOf(workspaceId: number, { locale }: Wanted): Fragment {
  if (locale !== undefined) return fragment`languages (language) as (select ${configurationOf(locale)}::text)`
  return fragment`languages (language) as (
    (select language::text from content_index where workspace_id = ${workspaceId} order by language limit 1)
    union all
    select (select i.language::text from content_index i where i.workspace_id = ${workspaceId}
      and i.language > l.language collate "C" order by i.language limit 1)
    from languages l where l.language is not null)`
}

/** Each attempt with the question as it is, then with its umlauts: a strict one with both before a lenient one with either. */
async function* attempts(db: Db, search: Search, text: string): AsyncGenerator<Attempt> {
  const question = readQuestion(text)
  if (question.words.length + question.parts.length === 0) return
  if (question.isPhrase && question.words.length > 0) return yield phrase(question)
  const inOne = withCodesInOne(text)
  if (inOne) yield allWords(inOne)
  const respelt = withoutUmlauts(question)
  const forms = respelt ? [question, respelt] : [question]
  yield* forms.map(allWords)
  yield* forms.flatMap((form) => asCompound(form) ?? []).map(allWords)
  yield* forms.flatMap((form) => partsOfWords(form) ?? [])
  for (const form of forms) for (const halves of await split(db, search, form)) yield allWords(halves)
  yield* forms.flatMap((form) => wordsInTwo(form) ?? [])
  const near: NearWord[][][] = []
  for (const form of forms) near.push(await listNear(db, search, form))
  if (question.words.length + question.parts.length > 1) {
    // The words beside one that is misspelt would find texts without it.
    const spelt = forms.map((form, at) => respell(form, near[at]!))
    yield* spelt.flatMap((form) => form ?? []).map(allWords)
    yield* forms.map((form, at) => anyWord(spelt[at] ?? form))
  }
  yield* forms.flatMap((form, at) => misspelt(form, near[at]!) ?? [])
}
