import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, serialize } from 'parse5'
import { testApp } from '../../../../test/app.ts'
import { getHelpCenter } from '../../queries.ts'
import { listParts, listShown } from './queries.ts'

const app = await testApp()
const client = app.client()
const author_id = app.workspace.adminId
const [{ id: centerId, identifier }] = (await client.get('/parley/help_centers')).body.data
await client.put(`/parley/help_centers/${centerId}`, {
  website_turned_on: true,
  display_name: 'Fern & <Hill>',
  locales: ['en', 'de', 'fr'],
})
const ROOT = `/help/${identifier}`
const HOST = 'http://localhost'

const newCollection = async (name: string, more: object = {}) =>
  (await client.post('/help_center/collections', { name, ...more })).body
const write = async (article: object) =>
  (await client.post('/articles', { author_id, state: 'published', parent_id: grinders.id, ...article })).body
const get = (path: string) => app.app.inject({ url: path })
const textOf = async (path: string) => (await get(path)).payload
const pageOf = (article: { url: string }) => textOf(article.url.slice(HOST.length))
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!)

const grinders = await newCollection('Grinders', {
  translated_content: { de: { name: 'Mühlen' }, fr: { name: 'Moulins' } },
})
await newCollection('Empty')
const HOSTILE = '</script><script>alert(1)</script><!--<script> & "x" \u2028'
const article = await write({
  title: HOSTILE,
  description: HOSTILE,
  body: '<h2>A</h2><p>Text &amp; more <img src="https://files.example/a.png" alt="A"></p>',
  translated_content: { de: { title: 'Mahlwerk', body: '<p>Bürste</p>', state: 'published' } },
})
const draft = await write({ title: 'Secret draft', state: 'draft' })
const audience = (await client.post('/audiences', { name: 'Few', predicates: [] })).body
const hidden = await write({ title: 'Secret audience', audience_ids: [Number(audience.id)] })
const loose = await write({ title: 'Secret loose', parent_id: null })

test('the sitemap index names a part for each language that has an article, and parts have pages that may be listed', async () => {
  const index = await get(`${ROOT}/sitemap.xml`)
  assert.match(String(index.headers['content-type']), /^application\/xml/)
  const parts = all(index.payload, /<loc>([^<]+)<\/loc>/g)
  assert.deepEqual(parts, [`${HOST}${ROOT}/en/sitemap-0.xml`, `${HOST}${ROOT}/de/sitemap-0.xml`])
  assert.equal(all(index.payload, /<lastmod>([^<]+)<\/lastmod>/g)[0], new Date(article.updated_at * 1000).toISOString())
  const addresses = all(await textOf(parts[0]!.slice(HOST.length)), /<loc>([^<]+)<\/loc>/g)
  assert.deepEqual(addresses, [`${HOST}${ROOT}/en`, grinders.url, article.url])
  for (const address of addresses) assert.equal((await get(address.slice(HOST.length))).statusCode, 200)
})

test('a part of the sitemap begins behind the id in its address, and has no home page then', async () => {
  assert.deepEqual(all(await textOf(`${ROOT}/en/sitemap-${article.id}.xml`), /<loc>/g), [])
  const before = await textOf(`${ROOT}/en/sitemap-${Number(article.id) - 1}.xml`)
  assert.deepEqual(all(before, /<loc>([^<]+)<\/loc>/g), [article.url])
})

test('parts hold so many articles each, and begin where the one before ends', async () => {
  const more = [await write({ title: 'One more' }), await write({ title: 'Two more' })]
  const center = await getHelpCenter(app.db, app.workspace.id, String(centerId))
  const site = { workspaceId: app.workspace.id, appId: '', center, base: ROOT, url: HOST + ROOT }
  const parts = await listParts(app.db, site, 'en', 2)
  assert.deepEqual(
    parts.map(({ after }) => after),
    [Number(article.id) - 1, Number(more[1]!.id) - 1],
  )
  const listed = await listShown(app.db, site, 'en', { after: parts[1]!.after, limit: 2 })
  assert.deepEqual(
    listed.map(({ title }) => title),
    ['Two more'],
  )
  for (const { id } of more) await client.delete(`/articles/${id}`)
})

test('an article names its one address, its published languages and the default one, and is named by them', async () => {
  const english = await pageOf(article)
  const links = all(english, /<link rel="alternate" hreflang="([^"]+)"/g)
  assert.deepEqual(links, ['en', 'de', 'x-default'])
  assert.deepEqual(all(english, /<link rel="canonical" href="([^"]+)"/g), [article.url])
  const german = article.translated_content.de.url
  const others = (html: string) => all(html, /<link rel="alternate" (hreflang="[^"]+" href="[^"]+")/g)
  assert.deepEqual(others(await pageOf({ url: german })), others(english))
})

test('a page in place of a translation, an empty one and a missing one name no other languages', async () => {
  for (const path of [`${ROOT}/fr/articles/${article.id}`, `${ROOT}/fr`, `${ROOT}/en/articles/1`]) {
    const { headers, payload } = await get(path)
    const html = headers.location ? await textOf(String(headers.location)) : payload
    assert.doesNotMatch(html, /hreflang="(?:en|de|fr|x-default)" href="http/)
    assert.match(html, /<meta name="robots" content="noindex">/)
  }
  const home = await textOf(`${ROOT}/en`)
  assert.deepEqual(all(home, /<link rel="alternate" hreflang="([^"]+)"/g), ['en', 'de', 'x-default'])
  const collection = await pageOf(grinders)
  assert.deepEqual(all(collection, /<link rel="alternate" hreflang="([^"]+)"/g), ['en', 'de', 'x-default'])
})

const dataOf = (html: string): any[] =>
  all(html, /<script type="application\/ld\+json">(.*?)<\/script>/gs).map((text) => JSON.parse(text))

test('structured data say article, way and site, and no title ends them', async () => {
  const html = await pageOf(article)
  assert.equal(serialize(parse(html)).split('<script type="application/ld+json">').length, 3)
  const [about, way] = dataOf(html)
  assert.partialDeepStrictEqual(about, {
    '@type': 'Article',
    headline: HOSTILE,
    inLanguage: 'en',
    image: 'https://files.example/a.png',
    mainEntityOfPage: article.url,
  })
  assert.deepEqual(
    way.itemListElement.map(({ name, item }: any) => [name, item]),
    [
      ['Fern & <Hill>', `${HOST}${ROOT}/en`],
      ['Grinders', grinders.url],
      [HOSTILE, article.url],
    ],
  )
  const [site] = dataOf(await textOf(`${ROOT}/en`))
  assert.equal(site.potentialAction.target.urlTemplate, `${HOST}${ROOT}/en/search?q={search_term_string}`)
  assert.equal(dataOf(await pageOf(grinders))[0]['@type'], 'BreadcrumbList')
  const policy = String((await get(`${ROOT}/en`)).headers['content-security-policy'])
  assert.doesNotMatch(policy, /unsafe/)
})

test('the card of a shared page has its title, sentence, kind, address and picture', async () => {
  const html = await pageOf({ url: article.translated_content.de.url })
  const card = Object.fromEntries(
    [...html.matchAll(/<meta property="og:([\w:]+)" content="([^"]*)">/g)].map(([, name, content]) => [name, content]),
  )
  assert.partialDeepStrictEqual(card, { title: 'Mahlwerk', type: 'article', locale: 'de', 'locale:alternate': 'en' })
})

test('the feed has the articles that changed last, as well-formed XML', async () => {
  const { headers, payload } = await get(`${ROOT}/en/feed.xml`)
  assert.match(String(headers['content-type']), /^application\/atom\+xml/)
  assert.deepEqual(all(payload, /<id>([^<]+)<\/id>/g), [
    `${HOST}${ROOT}/en/feed.xml`,
    `${HOST}${ROOT}/en/articles/${article.id}`,
  ])
  assert.doesNotMatch(payload, /<script/)
  assert.match(payload, /<title>Fern &#x26; &#x3C;Hill><\/title>/)
  assert.match(
    await textOf(`${ROOT}/en`),
    new RegExp(`type="application/atom\\+xml".{1,80} href="${ROOT}/en/feed.xml"`),
  )
})

test('the end of a CDATA section in a title, a summary or a name leaves the feed well-formed', async () => {
  const odd = await write({ title: 'Ends ]]> here', description: 'a ]]]]>> b', body: '<p>x</p>' })
  const { payload } = await get(`${ROOT}/en/feed.xml`)
  assert.match(payload, /<title>Ends \]\]&gt; here<\/title>/)
  assert.match(payload, /<summary>a \]\]\]\]&gt;> b<\/summary>/)
  assert.doesNotMatch(payload, /\]\]>/)
  await client.delete(`/articles/${odd.id}`)
})

test('an article is read as Markdown beside its page, under the words of its title', async () => {
  const path = article.translated_content.de.url.slice(HOST.length)
  const { headers, payload } = await get(`${path}.md`)
  assert.match(String(headers['content-type']), /^text\/markdown/)
  assert.equal(headers.link, `<${HOST}${path}>; rel="canonical"`)
  assert.equal(payload, '# Mahlwerk\n\nBürste\n')
  const other = await get(`${ROOT}/de/articles/${article.id}-other.md`)
  assert.deepEqual([other.statusCode, other.headers.location], [301, `${path}.md`])
  for (const { id } of [draft, hidden, loose])
    assert.equal((await get(`${ROOT}/en/articles/${id}-x.md`)).statusCode, 404)
})

test('llms.txt lists articles as Markdown, and the other languages', async () => {
  const text = await textOf(`${ROOT}/llms.txt`)
  assert.match(text, /^# Fern & \\<Hill\\>\n/)
  const [link] = all(text, /## Articles\n\n- \[.*\]\((http[^)]+)\)/g)
  assert.equal((await get(link!.slice(HOST.length))).statusCode, 200)
  assert.ok(text.includes(`- [de](${HOST}${ROOT}/de/llms.txt)`))
  assert.match(await textOf(`${ROOT}/de/llms.txt`), /\[Mahlwerk\]/)
})

test('robots are told where the sitemap is, and that searches are nothing for them', async () => {
  const text = await textOf(`${ROOT}/robots.txt`)
  assert.ok(text.includes(`Sitemap: ${HOST}${ROOT}/sitemap.xml\n`))
  assert.ok(text.includes(`Disallow: ${ROOT}/en/search\n`))
  assert.match(await textOf('/robots.txt'), /Allow: \/help\/\n.*Disallow: \/\n/s)
})

test('drafts, articles of an audience and articles of no collection are in none of these, and a draft is gone at once', async () => {
  const paths = ['/sitemap.xml', '/en/sitemap-0.xml', '/en/feed.xml', '/llms.txt', '/en/llms.txt', '/en']
  const secrets = new RegExp(`secret|${draft.id}|${hidden.id}|${loose.id}`, 'i')
  for (const path of paths) assert.doesNotMatch(await textOf(ROOT + path), secrets, path)
  const late = await write({ title: 'Published late' })
  for (const path of ['/en/sitemap-0.xml', '/en/feed.xml', '/llms.txt'])
    assert.match(await textOf(ROOT + path), /published-late/, path)
  await client.put(`/articles/${late.id}`, { state: 'draft' })
  for (const path of ['/en/sitemap-0.xml', '/en/feed.xml', '/llms.txt'])
    assert.doesNotMatch(await textOf(ROOT + path), /published-late/, path)
})

test('a closed help center, an unknown one and unknown languages have none of these', async () => {
  const { body } = await client.post('/parley/help_centers', { identifier: 'closed-one', display_name: 'Closed' })
  for (const path of ['/sitemap.xml', '/llms.txt', '/robots.txt', '/en/feed.xml', '/en/sitemap-0.xml']) {
    assert.equal((await get(`/help/closed-one${path}`)).statusCode, 404)
    assert.equal((await get(`/help/nobody${path}`)).statusCode, 404)
  }
  assert.equal((await get(`${ROOT}/es/feed.xml`)).statusCode, 404)
  await client.delete(`/parley/help_centers/${body.id}`)
})
