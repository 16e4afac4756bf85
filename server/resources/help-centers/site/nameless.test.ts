import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteScene } from './test-scene.ts'

const { client, base, get, shelf, write } = await siteScene(['en', 'de'])
const path = `/help_center/collections/${shelf.id}`
const article = await write({
  title: 'Cleaning',
  translated_content: {
    de: { title: 'Reinigen', state: 'published' },
  },
})

test('a collection without a name in a language has that of the default language on each page', async () => {
  const changed = await client.put(path, { translated_content: { de: { description: 'nur Mühlen' } } })
  assert.equal(changed.status, 200, changed.text)
  const home = (await get(`${base}/de`)).body
  assert.match(home, /Grinders/)
  assert.match(home, /nur Mühlen/)
  const page = await get(`${base}/de/collections/${shelf.id}-grinders`)
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /<h1[^>]*>Grinders/)
  assert.match(page.body, /nur Mühlen/)
  const trail = (await get(`${base}/de/articles/${article.id}-reinigen`)).body
  assert.match(trail.slice(trail.indexOf('<main')), /collections\/\d+-grinders"[^>]*>(<[^>]+>)*Grinders/)
  const pages = await Promise.all(['sitemap.xml', 'llms.txt'].map((file) => get(`${base}/${file}`)))
  for (const { body } of pages) assert.doesNotMatch(body, /de\/collections\/\d+(?!-grinders)[^-\d]/)
})
