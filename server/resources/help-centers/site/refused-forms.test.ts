/** Forms that are refused before the help center looks at them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseUnavailable } from '../../../db/unavailable.ts'
import { pathOf, siteScene } from './test-scene.ts'
import { wordsOf } from './words/words.ts'

const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pt']
const FORM = 'application/x-www-form-urlencoded'

let isAway = false
const { app, base, write } = await siteScene(LANGUAGES, {
  own: true,
  through: (db) =>
    new Proxy(db, {
      apply(target, self, args) {
        if (isAway) throw new DatabaseUnavailable('CONNECT_FAILED', 'nobody listens', { undone: true })
        return Reflect.apply(target, self, args)
      },
    }),
})
const article = pathOf((await write({ title: 'Descale' })).url)

const refused = {
  null: { status: 403, headers: { origin: 'null' } },
  foreign: { status: 403, headers: { origin: 'http://evil.example' } },
  'cross-site': { status: 403, headers: { 'sec-fetch-site': 'cross-site' } },
  multipart: { status: 415, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  json: { status: 415, headers: { 'content-type': 'application/json' }, payload: '{"message":"Hello"}' },
  large: { status: 413, headers: {}, payload: `message=${'x'.repeat(2_000_000)}` },
}

interface Sent {
  headers: Record<string, string>
  payload?: string
}
const send = (url: string, { headers, payload = 'message=Hello' }: Sent, accept = 'text/html') =>
  app.inject({ method: 'POST', url, headers: { accept, 'content-type': FORM, ...headers }, payload })

/** The sentences of a page: its title, its heading, and all below it. */
const textsOf = (html: string) =>
  [...html.matchAll(/<(?:title|h1|p)>(.*?)<\/(?:title|h1|p)>/g)].map(([, text]) => text!)

for (const form of [`${base}/en/contact/message`, `${article}/message`, `${article}/reaction`])
  test(`the page after a refused form says why, and where its text is: ${form.replace(/^.*\/en/, '')}`, async () => {
    for (const [name, { status, ...sent }] of Object.entries(refused)) {
      const reply = await send(form, sent)
      assert.equal(reply.statusCode, status, name)
      const [title, heading, ...hints] = textsOf(reply.payload)
      const about = { 403: /another address/, 413: /too long/, 415: /kind of form/ }[status]!
      assert.match(title!, about)
      assert.equal(heading, title)
      assert.match(hints[0]!, /Go back: your text/)
      assert.match(hints[1]!, status === 413 ? /Shorten/ : /from the page of the help center/)
      assert.match(reply.payload, /<meta name="robots" content="noindex">/)
      assert.equal(reply.headers['cache-control'], 'no-store')
    }
  })

test('the page after a refused form is in the language of the form', async () => {
  const own = new Set<string>()
  for (const locale of LANGUAGES)
    for (const sent of [refused.null, refused.multipart, refused.large]) {
      const { payload } = await send(`${base}/${locale}/contact/message`, sent)
      const { foreignForm, wrongForm, tooLong, goBack } = wordsOf(locale)
      const [title, , hint] = textsOf(payload)
      assert.equal(title, { 403: foreignForm, 415: wrongForm, 413: tooLong }[sent.status])
      assert.equal(hint, goBack)
      assert.ok(payload.includes(`<html lang="${locale}"`))
      own.add(title!)
    }
  assert.equal(own.size, LANGUAGES.length * 3)
})

test('a form that comes while the database is away is told to come again, with its text', async () => {
  isAway = true
  try {
    const reply = await send(`${base}/en/contact/message`, { headers: {} })
    const { unavailable, goBack } = wordsOf('en')
    assert.equal(reply.statusCode, 503)
    assert.deepEqual(textsOf(reply.payload), [unavailable, unavailable, goBack])
    const page = await app.inject({ url: `${base}/en/contact`, headers: { accept: 'text/html' } })
    assert.deepEqual(textsOf(page.payload), [unavailable, unavailable])
  } finally {
    isAway = false
  }
})

test('a form for a help center that is not there says that the page does not exist', async () => {
  const reply = await send('/help/nobody/en/contact/message', { headers: {} })
  assert.equal(reply.statusCode, 404)
  assert.deepEqual(new Set(textsOf(reply.payload)), new Set([wordsOf('en').missing]))
})

test('a program that sends another type is told the type that forms have', async () => {
  for (const sent of [refused.json, refused.multipart]) {
    const reply = await send(`${base}/en/contact/message`, sent, 'application/json')
    assert.equal(reply.statusCode, 415)
    assert.partialDeepStrictEqual(reply.json().errors, [
      {
        code: 'media_type_not_supported',
        message: `The Content-Type header should send a media type of ${FORM}`,
      },
    ])
  }
})
