/** Questions as customers type them, each with the article that answers it, asked of the demo's help center. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ANYBODY, findContent } from '../content/index/find.ts'
import { findText, LOCALES } from './articles/read.ts'
import { ARTICLES } from './articles/list.ts'
import { filledDemo } from './test-demo.ts'

interface Question {
  locale: string
  asked: string
  misspelt?: boolean
  /** The key of the article that should come first. */
  first: string
}
/** A query in the language of a reader. */
interface Query {
  locale: string
  asked: string
  kind: string
  /** The key of the article that comes first. */
  first?: string
  /** True if nothing is found. */
  none?: boolean
}
const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
const questions: Question[] = read('questions.json')
const queries: Query[] = read('queries.json')

const { client, db, workspace } = await filledDemo()

/** Keys of articles by their English title, which no two share. */
const keys = new Map(ARTICLES.map(({ key }) => [findText('en', key)!.title, key]))

const search = async ({ asked }: Question) => {
  const { body } = await client().get(`/articles/search?state=published&phrase=${encodeURIComponent(asked)}`)
  return (body.data.articles ?? []).map(({ title }: { title: string }) => keys.get(title))
}

/** As a reader of the help center who has chosen a language. */
const find = async ({ locale, asked }: Pick<Question, 'locale' | 'asked'>) => {
  const found = await findContent(db, workspace.id, { kind: 'article', text: asked, locale, reader: ANYBODY })
  const titles = new Map(ARTICLES.map(({ key }) => [findText(locale, key)?.title, key]))
  return found.map(({ title }) => titles.get(title))
}

async function missed(ask: (question: Question) => Promise<(string | undefined)[]>): Promise<string[]> {
  const faults: string[] = []
  for (const question of questions) {
    const found = await ask(question)
    if (found[0] !== question.first) faults.push(`${question.asked}: ${found.slice(0, 4).join(' ') || 'nothing'}`)
  }
  return faults
}

test('there are thirty questions in each language of the help center, a third of them misspelt', () => {
  assert.equal(questions.length, 30)
  assert.deepEqual([...new Set(questions.map(({ locale }) => locale))], LOCALES)
  assert.ok(questions.filter(({ misspelt }) => misspelt).length >= 10)
  assert.ok(questions.every(({ first }) => ARTICLES.some(({ key, state }) => key === first && state !== 'draft')))
})

test('the right article comes first for 27 of them in the search of articles', async () => {
  const faults = await missed(search)
  assert.ok(faults.length <= 3, faults.join('\n'))
})

test('the right article comes first for 27 of them in the language of the reader', async () => {
  const faults = await missed(find)
  assert.ok(faults.length <= 3, faults.join('\n'))
})

for (const query of queries)
  test(`${query.locale}: ${query.kind}: ${query.asked} finds ${query.first ?? 'nothing'}`, async () => {
    const found = await find(query)
    assert.deepEqual(query.none ? found : found[0], query.none ? [] : query.first)
    const { status } = await client().get(`/articles/search?phrase=${encodeURIComponent(query.asked)}&highlight=true`)
    assert.equal(status, 200)
  })
