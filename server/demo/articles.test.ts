import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { USUAL_ADDRESS } from '../http/public-address.ts'
import { asItIs, LOCALES, readText } from './articles/read.ts'
import { filledDemo } from './test-demo.ts'

const { app, client, clock } = await filledDemo()

const listAll = async (path: string): Promise<any[]> => {
  const { body } = await client().get(`${path}?per_page=150`)
  assert.equal(body.data.length, body.total_count)
  return body.data
}
const articles = await listAll('/articles')
const collections = await listAll('/help_center/collections')

/** Texts of all articles in a language. */
const textsIn = (locale: string) => articles.map((article) => article.translated_content[locale]).filter(Boolean)
const bodies: string[] = LOCALES.flatMap((locale) => textsIn(locale).map(({ body }) => body))

test('the help center has forty articles in English and German, and some in Arabic', () => {
  assert.deepEqual(
    LOCALES.map((locale) => textsIn(locale).length),
    [40, 40, 16],
  )
  const count = (of: (article: any) => boolean) => articles.filter(of).length
  assert.equal(
    count(({ state }) => state === 'draft'),
    1,
  )
  assert.equal(
    count(({ has_unpublished_changes }) => has_unpublished_changes),
    1,
  )
  assert.equal(
    count(({ translated_content }) => translated_content.en.audience_ids?.length > 0),
    1,
  )
  assert.equal(new Set(articles.map(({ author_id }) => author_id)).size, 3)
})

test('articles were written over a year, and some were changed since', () => {
  const days = articles.map(({ created_at }) => (clock.now().getTime() / 1000 - created_at) / 86_400)
  assert.ok(Math.max(...days) > 365 && Math.min(...days) < 10)
  assert.ok(new Set(days.map(Math.round)).size > 30)
  assert.ok(articles.filter(({ created_at, updated_at }) => updated_at > created_at + 86_400).length >= 10)
})

test('each text has a description and at least 150 words, and one has a long list of contents', () => {
  for (const locale of LOCALES)
    for (const name of readdirSync(join(import.meta.dirname, 'articles', locale))) {
      const text = readText(join(import.meta.dirname, 'articles', locale, name))
      const words = asItIs(text).match(/[\p{L}\p{N}]+/gu) ?? []
      assert.ok(words.length >= 150 && text.description !== '', `${locale}/${name}`)
    }
  assert.ok(bodies.some((body) => body.match(/<h2/g)!.length >= 15))
  for (const part of ['<ol', '<ul', '<table', '<pre', '<img', 'intercom-interblocks-callout'])
    assert.ok(bodies.filter((body) => body.includes(part)).length >= 4, part)
})

test('links lead to articles that readers may open', () => {
  // The demo was filled in under the usual address, and is asked under another: the site makes one of both.
  const open = new Set(
    LOCALES.flatMap((locale) => textsIn(locale).map(({ url }) => url && USUAL_ADDRESS + new URL(url).pathname)),
  )
  const links = bodies.flatMap((body) => [...body.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href!))
  assert.ok(links.length > 100)
  assert.deepEqual(
    links.filter((href) => !href.startsWith('mailto:') && !open.has(href)),
    [],
  )
})

test('pictures have a text and a size, and are served', async () => {
  const pictures = bodies.flatMap((body) => body.match(/<img [^>]*>/g) ?? [])
  assert.ok(pictures.every((picture) => /alt="[^"]+" width="\d+" height="\d+"/.test(picture)))
  const addresses = new Set(pictures.map((picture) => /src="([^"]*)"/.exec(picture)![1]!))
  assert.equal(addresses.size, 9)
  for (const address of addresses) {
    const { statusCode, headers } = await app.inject(new URL(address).pathname)
    assert.deepEqual([statusCode, headers['content-type']], [200, 'image/png'])
  }
})

test('collections and sections have an icon, a description and a name in each language, and none is empty', () => {
  assert.deepEqual([collections.length, collections.filter(({ parent_id }) => parent_id !== null).length], [10, 3])
  for (const { id, icon, translated_content } of collections) {
    assert.ok(icon)
    for (const locale of LOCALES) assert.ok(translated_content[locale].name && translated_content[locale].description)
    assert.ok(articles.some(({ parent_ids }) => parent_ids.includes(Number(id))))
  }
})
