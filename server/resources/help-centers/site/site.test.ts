import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articlesIn, pathOf, siteScene } from './test-scene.ts'

const site = await siteScene()
const { base, shelf, write, collect, get } = site
const inside = await collect({ name: 'Burrs', parent_id: shelf.id })
const german = { title: 'Mahlwerk reinigen', body: '<p>Mit der Bürste.</p>', state: 'published' }
const article = await write({
  title: 'Clean the burrs',
  description: 'Once a week',
  body: '<h1>Weekly</h1><p>Use a <b>brush</b>.</p><h2>Why</h2><p>Oil is bitter.</p>',
  translated_content: { de: german },
})
const other = await write({ title: 'Adjust the burrs', parent_ids: [inside.id, shelf.id] })

test('home, collection and article are read at the addresses that the API gives', async () => {
  const home = await get(`${base}/en`)
  assert.equal(home.statusCode, 200)
  assert.equal(home.headers['content-type'], 'text/html; charset=utf-8')
  assert.ok(home.payload.includes(`href="${pathOf(shelf.url)}"`))
  // An article in two of its collections counts once.
  assert.match(home.payload, /<p class="count" lang="en">2 articles<\/p>/)
  assert.doesNotMatch(home.payload, /Burrs/)
  const listed = await get(shelf.url)
  assert.deepEqual(articlesIn(listed.payload), ['Clean the burrs', 'Adjust the burrs', 'Adjust the burrs'])
  assert.ok(listed.payload.includes(`href="${pathOf(inside.url)}"`))
  const page = await get(article.url)
  assert.equal(page.statusCode, 200)
  assert.match(page.payload, /<h1>Clean the burrs<\/h1>/)
  assert.match(page.payload, /<meta name="description" content="Once a week">/)
  assert.match(page.payload, /Use a <b>brush<\/b>/)
  assert.deepEqual(articlesIn(page.payload), ['Adjust the burrs'])
})

test('every page that search engines list says what it is about', async () => {
  const described = async (path: string) =>
    /<meta name="description" content="([^"]*)">/.exec((await get(path)).payload)?.[1]
  assert.equal(await described(`${base}/en`), 'Grinders')
  assert.equal(await described(shelf.url), 'All of them')
  assert.equal(await described(inside.url), 'Adjust the burrs')
  const long = await write({ title: 'Long', body: `<p>${'Oil is bitter. '.repeat(30)}</p>`, parent_ids: [inside.id] })
  const line = await described(long.url)
  assert.match(line!, /^Oil is bitter\. .*(Oil|is|bitter\.)…$/)
  assert.ok(line!.length <= 160)
  await site.client.delete(`/articles/${long.id}`)
})

test('headings of a body stand below the title, and the contents list leads to them', async () => {
  const { payload } = await get(article.url)
  assert.equal(payload.match(/<h1/g)?.length, 1)
  const ids = [...payload.matchAll(/<h[23] id="(h_[^"]+)"/g)].map(([, id]) => id)
  const led = [...payload.matchAll(/href="#(h_[^"]+)"/g)].map(([, id]) => id)
  assert.equal(ids.length, 2)
  assert.deepEqual(led, ids)
})

test('parts of a body that scroll have names of their own', async () => {
  const table = '<table><tr><td>x</td></tr></table>'
  const many = await site.write({ title: 'Many', body: `${table}<pre>a</pre><ul><li>${table}</li></ul>` })
  const names = [...(await get(many.url)).payload.matchAll(/role="region" aria-label="([^"]+)"/g)].map(
    ([, name]) => name,
  )
  assert.deepEqual(names, ['Table 1', 'Code', 'Table 2'])
  await site.client.delete(`/articles/${many.id}`)
})

test('the address without a language leads to the default one', async () => {
  const { statusCode, headers } = await get(base)
  assert.deepEqual([statusCode, headers.location], [302, `${base}/en`])
})

test('the address without a language leads to the best one that the browser names', async () => {
  const led = async (wanted: string) => {
    const { statusCode, headers } = await get(base, { 'accept-language': wanted })
    assert.deepEqual([statusCode, headers.vary], [302, 'Accept-Language'])
    return String(headers.location).slice(base.length + 1)
  }
  for (const [wanted, locale] of Object.entries({
    'de-AT,en;q=0.5': 'de',
    'fr, AR;q=0.8, en;q=0.9': 'en',
    'fr, ar;q=0.8, de;q=0': 'ar',
    'fr, *;q=0.1': 'en',
    ';;,q=,=': 'en',
  }))
    assert.equal(await led(wanted), locale, wanted)
})

test('a search that finds nothing leads to the collections, and to articles that look like it', async () => {
  const { payload } = await get(`${base}/en/search?q=burzz`)
  assert.match(payload, /Nothing found/)
  assert.match(payload, new RegExp(`<a href="${base}/en" class="button">|<a class="button" href="${base}/en">`))
  assert.ok(articlesIn(payload).includes('Clean the burrs'), payload.slice(payload.indexOf('<main')))
})

test('an address with the id and another slug, or none, is redirected once', async () => {
  for (const path of [
    `/en/articles/${article.id}`,
    `/en/articles/${article.id}-older-title`,
    `/en/articles/${article.id}-Clean`,
  ]) {
    const { statusCode, headers } = await get(base + path)
    assert.deepEqual([statusCode, headers.location], [301, pathOf(article.url)])
  }
  const { statusCode, headers } = await get(`${base}/en/collections/${shelf.id}`)
  assert.deepEqual([statusCode, headers.location], [301, pathOf(shelf.url)])
  for (const title of ['日本語の記事', '💡', `a${'𠮷'.repeat(80)}`, `${'é'.normalize('NFD')}té`]) {
    const { url } = await write({ title })
    assert.equal((await get(url)).statusCode, 200, title)
    assert.equal((await get(encodeURI(decodeURI(pathOf(url)).normalize('NFD')))).statusCode, 200, title)
  }
})

test('languages lead to the same page where it has them, else to their home page', async () => {
  const { payload } = await get(article.url)
  const links = [...payload.matchAll(/href="([^"]+)" lang="(\w+)"/g)].map(([, href, lang]) => [lang, href])
  assert.deepEqual(Object.fromEntries(links), {
    en: pathOf(article.url),
    de: `${base}/de/articles/${article.id}-mahlwerk-reinigen`,
    ar: `${base}/ar`,
  })
  const translated = await get(`${base}/de/articles/${article.id}-mahlwerk-reinigen`)
  assert.match(translated.payload, /^<!doctype html><html lang="de" dir="ltr">/)
  assert.match(translated.payload, /Mit der Bürste/)
})

test('an article without a translation is shown as it is, marked, and kept from search engines', async () => {
  const reply = await get(`${base}/ar/articles/${article.id}-clean-the-burrs`)
  assert.equal(reply.statusCode, 200)
  assert.match(reply.payload, /^<!doctype html><html lang="ar" dir="rtl">/)
  assert.match(reply.payload, /<h1 lang="en" dir="ltr">Clean the burrs<\/h1>/)
  assert.match(reply.payload, /<p class="notice">/)
  assert.match(reply.payload, /<meta name="robots" content="noindex">/)
  assert.doesNotMatch((await get(article.url)).payload, /noindex/)
})

test('lists have the articles of their language alone', async () => {
  const german = await get(`${base}/de/collections/${shelf.id}-grinders`)
  assert.deepEqual(articlesIn(german.payload), ['Mahlwerk reinigen'])
  const arabic = await get(`${base}/ar`)
  assert.doesNotMatch(arabic.payload, /Grinders/)
  assert.match(arabic.payload, /noindex/)
})

test('an address at which nothing is offers search and the articles that its words may mean', async () => {
  for (const path of [
    '/en/articles/999-cleaning-burrs',
    '/en/old/cleaning-burrs',
    '/xx/cleaning-burrs',
    '/en/collections/99-cleaning-burrs',
  ]) {
    const { statusCode, payload } = await get(base + path)
    assert.equal(statusCode, 404, path)
    assert.match(payload, /<form class="search"/)
    assert.ok(articlesIn(payload).includes('Clean the burrs'), path)
    assert.match(payload, /noindex/)
  }
  for (const path of [
    '/en/articles/abc',
    '/en/articles/99999999999999999999',
    '/en/%00',
    '/en/articles/%F0%9F',
    '/en/articles/1%002',
  ])
    assert.ok([400, 404].includes((await get(base + path)).statusCode), path)
})

test('a help center that is closed, or that nobody made, is not there', async () => {
  const { app_id } = await site.createWorkspace()
  const nowhere = await get('/help/nobody/de')
  assert.match(nowhere.payload, /<html lang="de" dir="ltr">.*Diese Seite gibt es nicht/)
  assert.match((await get('/help')).payload, /<html lang="en" dir="ltr">.*This page does not exist/)
  const told = await get('/help/nobody/de', { accept: 'application/json' })
  assert.equal(JSON.parse(told.payload).type, 'error.list')
  for (const path of ['/help/nobody', '/help/nobody/en', `/help/${app_id}`, `/help/${app_id}/en`, '/help/%00/en'])
    assert.equal((await get(path)).statusCode, 404, path)
  await site.set({ website_turned_on: false })
  const paths = [
    base,
    `${base}/en`,
    article.url,
    shelf.url,
    `${base}/en/search?q=burrs`,
    `${base}/en/search/suggest?q=b`,
  ]
  for (const path of paths) assert.equal((await get(path)).statusCode, 404, path)
  await site.set({ website_turned_on: true })
})

test('pages and files are asked for again only where they changed', async () => {
  const page = await get(article.url)
  assert.equal(page.headers['cache-control'], 'no-cache')
  const again = await get(article.url, { 'if-none-match': String(page.headers['etag']) })
  assert.deepEqual([again.statusCode, again.payload], [304, ''])
  const missing = await get(`${base}/en/articles/999999-nowhere`, { 'if-none-match': '*' })
  assert.deepEqual([missing.statusCode, missing.headers['etag']], [404, undefined])
  const zipped = await get(article.url, { 'accept-encoding': 'gzip' })
  assert.equal(zipped.headers['content-encoding'], 'gzip')
  for (const [, path] of page.payload.matchAll(/(?:href|src)="([^"]+\/-\/[^"]+)"/g)) {
    const file = await get(path!)
    assert.equal(file.statusCode, 200, path)
    assert.match(String(file.headers['cache-control']), /immutable/)
    assert.equal(file.headers['x-content-type-options'], 'nosniff')
  }
  assert.equal((await get(`${base}/-/site-aaaaaaaaaaaa.css`)).headers['cache-control'], 'no-cache')
  assert.equal((await get(`${base}/-/site.css`)).statusCode, 404)
})

test('no page has a script or a style in it, and its policy allows none', async () => {
  for (const path of [`${base}/en`, shelf.url, article.url, `${base}/en/search?q=burrs`, `${base}/en/nothing`]) {
    const { payload, headers } = await get(path)
    assert.doesNotMatch(
      payload,
      /<style| style="| on\w+="|<script(?! src="[^"]+" defer><\/script>| type="application\/ld\+json">)/,
    )
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /default-src 'none'.*script-src 'self'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
  }
})

test('logo, colours and theme are those of the settings, and the name of the stylesheet changes with them', async () => {
  const styleOf = async () => {
    const [, path] = /href="([^"]+\.css)"/.exec((await get(`${base}/en`)).payload)!
    return { path, text: (await get(path!)).payload }
  }
  const before = await styleOf()
  assert.match(before.text, /^:root\{color-scheme:light dark;/)
  await site.set({
    accent_color: '#7a1fa2',
    theme: 'dark',
    logo_url: 'https://example.com/"><b>.png',
    header_text: { en: 'Ask <us>' },
  })
  const after = await styleOf()
  assert.notEqual(after.path, before.path)
  assert.match(after.text, /^:root\{color-scheme:dark;.*--accent:#/)
  const { payload } = await get(`${base}/en`)
  assert.match(payload, /data-theme="dark"/)
  assert.match(payload, /<img src="https:\/\/example.com\/%22%3E%3Cb%3E.png" alt="Help Center" height="28">/)
  assert.match(payload, /<h1>Ask &#x3C;us><\/h1>/)
  await site.set({ accent_color: null, theme: 'system', logo_url: null, header_text: { en: null } })
  assert.deepEqual(await styleOf(), before)
})

test('opened articles count as views', async () => {
  const viewed = await write({ title: 'Viewed' })
  for (const headers of [{}, {}, { 'sec-purpose': 'prefetch' }]) await get(viewed.url, headers)
  await get(`${viewed.url}?feedback=yes`)
  const views = async () => (await site.client.get(`/articles/${viewed.id}`)).body.statistics.views
  for (let tries = 0; (await views()) < 2 && tries < 100; tries++) await new Promise((done) => setTimeout(done, 50))
  assert.equal(await views(), 2)
})

test('long collections and searches are shown in pages, each with the way to the next', async () => {
  const many = await collect({ name: 'Many' })
  for (let n = 0; n < 51; n++) await write({ title: `Sprocket ${n}`, parent_ids: [many.id] })
  const first = await get(many.url)
  assert.equal(articlesIn(first.payload).length, 50)
  const [, next] = /href="([^"]+)" rel="next"/.exec(first.payload)!
  const second = await get(next!)
  assert.deepEqual(articlesIn(second.payload), ['Sprocket 50'])
  assert.match(second.payload, new RegExp(`href="${pathOf(many.url)}" rel="prev"`))
  assert.equal((await get(`${pathOf(many.url)}?page=3`)).statusCode, 404)
  const found = await get(`${base}/en/search?q=sprocket`)
  assert.equal(articlesIn(found.payload).length, 20)
  assert.match(found.payload, /51 articles for “sprocket”/)
  assert.match(found.payload, /href="[^"]+search\?q=sprocket&#x26;page=2" rel="next"/)
})

test('searches find articles of the language, and say so where they find none', async () => {
  const found = await get(`${base}/en/search?q=brush`)
  assert.ok(articlesIn(found.payload).includes('Clean the burrs'))
  assert.match(found.payload, /<mark>brush<\/mark>/)
  assert.deepEqual(articlesIn((await get(`${base}/de/search?q=brush`)).payload), [])
  assert.match((await get(`${base}/en/search?q=zzzxq`)).payload, /Nothing found for “zzzxq”/)
  assert.equal((await get(`${base}/en/search?q=a&q=b`)).statusCode, 200)
  const offered = await get(`${base}/en/search/suggest?q=clean`)
  assert.deepEqual(JSON.parse(offered.payload).articles[0], {
    address: pathOf(article.url),
    title: [
      { type: 'highlight', text: 'Clean' },
      { type: 'plain', text: ' the burrs' },
    ],
  })
  assert.equal(other.title, 'Adjust the burrs')
})

test('a search without words shows the focused field and the collections', async () => {
  for (const query of ['', '?q=', '?q=%20']) {
    const { statusCode, payload } = await get(`${base}/en/search${query}`)
    assert.equal(statusCode, 200)
    assert.match(payload, /<input id="search" type="search"[^>]* autofocus/)
    assert.ok(payload.includes(`href="${pathOf(shelf.url)}"`), query)
  }
  assert.doesNotMatch((await get(`${base}/en/search?q=brush`)).payload, / autofocus|class="grid"/)
})

test('a line of a result that is cut in the middle of a sentence ends with an ellipsis', async () => {
  await site.write({ title: 'Belts', body: `<p>The flywheel ${'turns the belt and '.repeat(40)}stops.</p>` })
  const { payload } = await get(`${base}/en/search?q=flywheel`)
  assert.match(payload, /<p>The <mark>flywheel<\/mark> turns [^<]*…<\/p>/)
  await site.write({ title: 'Pulleys', body: '<p>The short crank.</p>' })
  assert.match((await get(`${base}/en/search?q=crank`)).payload, /<p>The short <mark>crank<\/mark>\.<\/p>/)
})

test('a search that finds few articles offers others with some of its words', async () => {
  const invoice = await site.write({ title: 'Invoices', body: '<p>A change on it makes a credit on your card.</p>' })
  const card = await site.write({ title: 'Paying, and changing your card', body: '<p>Open it.</p>' })
  const secret = await site.write({ title: 'Secret card', body: '<p>Change it.</p>', state: 'draft' })
  const { payload } = await get(`${base}/en/search?q=change+credit+card`)
  assert.match(payload, /1 article for “change credit card”/)
  const [found, others] = payload.split('Articles that may be the one')
  assert.deepEqual(articlesIn(found!), ['Invoices'])
  assert.deepEqual(articlesIn(`<main>${others}`), ['Paying, and changing your card'])
  assert.doesNotMatch((await get(`${base}/en/search?q=invoices`)).payload, /Articles that may be the one/)
  for (const { id } of [invoice, card, secret]) await site.client.delete(`/articles/${id}`)
})

test('links of a body to this help center, and its pictures, lead to where the page is', async () => {
  const appId = site.workspace.app_id
  const linking = await write({
    title: 'See also',
    body:
      `<p><a href="${article.url}">the burrs</a> <a href="https://example.com/help">elsewhere</a></p>` +
      `<p><img src="http://old.example:3000/files/${appId}/1/abc/a.png" alt="Burrs"></p>`,
    parent_ids: [inside.id],
  })
  const { payload } = await get(linking.url)
  assert.match(payload, new RegExp(`<a href="${pathOf(article.url)}"[^>]*>the burrs</a>`))
  assert.match(payload, /<a href="https:\/\/example\.com\/help" target="_blank" rel="[^"]*"[^>]*>elsewhere/)
  assert.ok(payload.includes(`src="/files/${appId}/1/abc/a.png"`))
  const shown = `http://localhost/files/${appId}/1/abc/a.png`
  assert.ok(payload.includes(`<meta property="og:image" content="${shown}">`))
  assert.ok(payload.includes(`"image":"${shown}"`))
  await site.client.delete(`/articles/${linking.id}`)
})
