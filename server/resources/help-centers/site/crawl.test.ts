/** The demo's site as a robot reads it: as it is, on a domain of its own, and after every slug and collection was changed. */
import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { systemClock } from '../../../clock.ts'
import { fillDemo } from '../../../demo/fill.ts'
import { testApp, testSecrets } from '../../../test/app.ts'
import { until } from '../../../test/until.ts'
import { crawl, readSitemaps, unanswered, visit } from './test-crawler.ts'

const app = await testApp({ own: true })
const client = app.client()
const LOCALES = ['en', 'de', 'ar']
let center: { id: string; identifier: string; url: string; custom_domain: string | null }
/** The site on the server's host. */
let onServer: string

const starts = (site: string) => LOCALES.map((locale) => `${site}/${locale}`)
const setCenter = async (changes: object) => {
  center = (await client.put(`/parley/help_centers/${center.id}`, changes)).body
}

async function isSound(site: string, listed: string[]): Promise<void> {
  const crawled = await crawl(app.app, new URL(site), [...starts(site), ...listed])
  assert.deepEqual(crawled.faults, [])
  assert.deepEqual(unanswered(crawled), [])
  const links = [...crawled.pages.values()].flatMap((page) => [...page.links])
  assert.deepEqual(
    links.filter((link) => link.includes('127.0.0.1')),
    [],
    'links between articles are on the host of the reader',
  )
  for (const address of listed) {
    const page = crawled.pages.get(address)
    assert.deepEqual([page?.canonical, page?.isIndexed], [address, true])
  }
  const canonical = [...crawled.pages].filter(([address, page]) => page.isIndexed && page.canonical === address)
  assert.deepEqual(
    canonical.map(([address]) => address).toSorted(),
    listed.toSorted(),
    'each page that is listed is in the sitemap, and no other',
  )
}

suite("the demo's site", () => {
  before(async () => {
    await fillDemo(app.db, app.workspace.id, systemClock, testSecrets)
    ;[center] = (await client.get('/parley/help_centers')).body.data
    // Nobody who tries the demo has its domain: its links must work on the machine that it runs on.
    assert.deepEqual([center.url, center.custom_domain], ['http://localhost/help/fernhill', null])
    onServer = `http://localhost/help/${center.identifier}`
  })

  test('has no dead link and no chain, every address of its sitemap is a page, and its languages name each other', async () => {
    const listed = await readSitemaps(app.app, onServer)
    assert.ok(listed.length > 20, String(listed.length))
    await isSound(onServer, listed)
  })

  test('is the same on a domain of its own', async () => {
    await setCenter({ custom_domain: 'help.crawled.example' })
    await until(async () => (await visit(app.app, 'https://help.crawled.example/en')).statusCode === 200)
    const listed = await readSitemaps(app.app, 'https://help.crawled.example')
    assert.ok(listed.every((address) => address.startsWith('https://help.crawled.example/')))
    await isSound('https://help.crawled.example', listed)
    await setCenter({ custom_domain: null })
  })

  test('has neither after all slugs and collections were changed, and each old address leads to a page in one step', async () => {
    const before = await readSitemaps(app.app, onServer)
    await changeEverything()
    const listed = await readSitemaps(app.app, onServer)
    await isSound(onServer, listed)
    const kept = new Set(listed)
    let led = 0
    for (const address of before.filter((one) => !kept.has(one))) {
      const { statusCode, headers } = await visit(app.app, address)
      assert.equal(statusCode, 301, address)
      assert.ok(kept.has(new URL(String(headers.location), address).href), `${address} leads to ${headers.location}`)
      led++
    }
    assert.ok(led > 20, String(led))
  })
})

/** Every title and name is another one, and every collection stands elsewhere. */
async function changeEverything(): Promise<void> {
  const collections = (await client.get('/help_center/collections?per_page=250')).body.data
  const top = (await client.post('/help_center/collections', { name: 'Everything else' })).body
  for (const { id, name, translated_content = {} } of collections) {
    const texts = Object.entries(translated_content).filter(([locale]) => locale !== 'type')
    const reply = await client.put(`/help_center/collections/${id}`, {
      name: `${name}, renamed`,
      translated_content: Object.fromEntries(
        texts.map(([locale, text]) => [locale, { name: `${(text as { name: string }).name} 2` }]),
      ),
      parent_id: top.id,
    })
    assert.equal(reply.status, 200)
  }
  const articles = (await client.get('/articles?per_page=250')).body.data
  for (const { id, title, translated_content = {} } of articles) {
    const texts = Object.entries(translated_content).filter(([locale, text]) => locale !== 'type' && text)
    const reply = await client.put(`/articles/${id}`, {
      title: `${title}, renamed`,
      translated_content: Object.fromEntries(
        texts.map(([locale, text]) => [locale, { title: `${(text as { title: string }).title} 2` }]),
      ),
    })
    assert.equal(reply.status, 200)
  }
}
