import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { files } from '../versions/index.ts'
import { version } from '../versions/history.ts'
import { changelogPage } from './changelog.ts'

const { app } = await testApp()
const page = (await app.inject({ url: '/docs/changelog', headers: { accept: 'text/html' } })).payload
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')

test('each version is told with all that it changed, the newest first', () => {
  const sections = page.split('<section ').slice(1)
  assert.deepEqual(
    sections.map((text) => /^id="v([^"]+)"/.exec(text)![1]),
    files.map(({ name }) => name).toReversed(),
  )
  for (const [at, { name, changes = [], adds, removes }] of files.toReversed().entries()) {
    if (at === files.length - 1) continue
    for (const { note } of changes) assert.ok(sections[at]!.includes(escaped(note)), `${name}: ${note}`)
    for (const key of [...(adds?.operations ?? []), ...(removes?.operations ?? [])])
      assert.ok(sections[at]!.includes(`<code>${key.replaceAll('{}', '{id}')}</code>`), `${name}: ${key}`)
    for (const fields of [adds?.fields, removes?.fields, adds?.body, removes?.body, adds?.query, removes?.query])
      for (const [of, all] of Object.entries(fields ?? {}))
        for (const field of [of.replaceAll('{}', '{id}'), ...all])
          assert.ok(sections[at]!.includes(`<code>${field}</code>`), `${name}: ${field}`)
  }
})

test('its links lead somewhere, and the reference and the first page lead to it', async () => {
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!)
  for (const address of new Set(addresses))
    if (address.startsWith('#')) assert.ok(page.includes(`id="${address.slice(1)}"`), address)
    else assert.equal((await app.inject({ url: address })).statusCode, 200, address)
  for (const url of ['/', '/docs', '/docs/2.11', '/docs/settings'])
    assert.match((await app.inject({ url, headers: { accept: 'text/html' } })).payload, /href="\/docs\/changelog/, url)
})

test('words of a version file stay words', () => {
  const odd = version('9.9', { changes: [{ name: 'A', note: 'Says <b> & `code`.' }] })
  const text = changelogPage([version('9.8'), odd], '/under')
  assert.match(text, /Says &lt;b&gt; &amp; <code>code<\/code>\./)
  assert.match(text, /href="\/under\/docs\/9\.9"/)
})
