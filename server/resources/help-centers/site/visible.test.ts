import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articlesIn, pathOf, siteScene } from './test-scene.ts'

const site = await siteScene(['en', 'de'])
const { base, shelf, write, get, client, workspace } = site
const author_id = workspace.adminId

const audience = Number((await client.post('/audiences', { name: 'Members' })).body.id)
const hidden: Record<string, { id: string; title: string }> = {
  'a draft': await write({ title: 'Numbat draft', state: 'draft' }),
  'an article of an audience': await write({
    title: 'Numbat members',
    translated_content: { en: { title: 'Numbat members', audience_ids: [audience], state: 'published' } },
    audience_ids: [audience],
  }),
  'an article of no collection': await write({ title: 'Numbat alone', parent_ids: [] }),
  'an article that was taken back': await write({ title: 'Numbat withdrawn' }),
  'a deleted article': await write({ title: 'Numbat deleted' }),
  'an article in another language than those of the site': await write({
    title: 'Numbat draft of English',
    state: 'draft',
    translated_content: { fr: { title: 'Numbat caché', state: 'published', body: '<p>numbat</p>' } },
  }),
}
await client.put(`/articles/${hidden['an article that was taken back']!.id}`, { state: 'draft' })
await client.delete(`/articles/${hidden['a deleted article']!.id}`)
const elsewhere = (
  await client.post('/parley/help_centers', { identifier: `else-${base.slice(6)}`, display_name: 'Elsewhere' })
).body
const there = await site.collect({ name: 'Numbat machines', help_center_id: Number(elsewhere.id) })
hidden['an article of another help center'] = await write({ title: 'Numbat elsewhere', parent_ids: [there.id] })
const internal = await client.post('/internal_articles', {
  title: 'Numbat internal',
  body: 'numbat',
  author_id,
  owner_id: author_id,
})
assert.equal(internal.status, 200)

const shown = await write({ title: 'Numbat open', body: '<p>numbat of all</p>' })
const staged = await write({ title: 'Numbat before', body: '<p>numbat</p>' })
await client.put(`/articles/${staged.id}/draft`, { title: 'Numbat after', body: '<p>numbat secret</p>' })

const OPEN = ['Numbat before', 'Numbat open']

test('nothing hidden stands in a list, a count, a search, a suggestion or among related articles', async () => {
  assert.match((await get(`${base}/en`)).payload, /2 articles/)
  assert.deepEqual(articlesIn((await get(shelf.url)).payload).toSorted(), OPEN)
  assert.deepEqual(articlesIn((await get(`${base}/en/search?q=numbat`)).payload).toSorted(), OPEN)
  const { articles } = JSON.parse((await get(`${base}/en/search/suggest?q=numbat`)).payload)
  assert.deepEqual(articles.map(({ title }: any) => title.map((part: any) => part.text).join('')).toSorted(), OPEN)
  assert.deepEqual(articlesIn((await get(shown.url)).payload), ['Numbat before'])
  assert.deepEqual(articlesIn((await get(`${base}/en/articles/999-numbat`)).payload).toSorted(), OPEN)
})

test('a hundred newer drafts of its collection leave an article its related ones', async () => {
  const drafts = Array.from({ length: 100 }, (_, n) => write({ title: `Numbat plan ${n}`, state: 'draft' }))
  const ids = (await Promise.all(drafts)).map(({ id }) => id)
  assert.deepEqual(articlesIn((await get(shown.url)).payload), ['Numbat before'])
  await Promise.all(ids.map((id) => client.delete(`/articles/${id}`)))
})

for (const [name, { id, title }] of Object.entries(hidden))
  test(`${name} is not there, nor does its page or its form say its title`, async () => {
    for (const locale of ['en', 'de', 'fr']) {
      const path = `${base}/${locale}/articles/${id}`
      for (const reply of [
        await get(path),
        await get(`${path}?feedback=no`),
        await site.submit(`${path}/reaction`, { helped: 'yes' }),
        await site.submit(`${path}/message`, { message: 'Hello' }),
      ]) {
        assert.equal(reply.statusCode, 404, `${path}: ${reply.payload.slice(0, 200)}`)
        assert.ok(!reply.payload.includes(title), title)
      }
    }
    const { statistics } = (await client.get(`/articles/${id}`)).body
    if (statistics) assert.deepEqual([statistics.reactions, statistics.conversations], [0, 0])
  })

test('the collection of another help center is not there, by whatever name', async () => {
  for (const path of [`/en/collections/${there.id}`, `/en/collections/${there.id}-numbat-machines`]) {
    const reply = await get(base + path)
    assert.deepEqual([reply.statusCode, reply.payload.includes('Numbat machines')], [404, false])
  }
})

test('a text that waits to be published is seen by nobody', async () => {
  const { payload } = await get(staged.url)
  assert.match(payload, /Numbat before/)
  assert.doesNotMatch(payload, /after|secret/)
})

test('taking an article back holds at once, for a page that somebody kept too', async () => {
  const open = await write({ title: 'Zephyrine' })
  const page = await get(open.url)
  await client.put(`/articles/${open.id}`, { state: 'draft' })
  const again = await get(open.url, { 'if-none-match': String(page.headers['etag']) })
  assert.equal(again.statusCode, 404)
  assert.deepEqual(articlesIn((await get(`${base}/en/search?q=zephyrine`)).payload), [])
  assert.equal(pathOf(open.url).startsWith(base), true)
})

test("another workspace's articles are not there", async () => {
  const other = await siteScene(['en'])
  const theirs = await other.write({ title: 'Theirs' })
  assert.equal((await get(`${base}/en/articles/${theirs.id}`)).statusCode, 404)
  assert.equal((await get(`${base}/en/collections/${other.shelf.id}`)).statusCode, 404)
  assert.deepEqual(articlesIn((await get(`${base}/en/search?q=theirs`)).payload), [])
  assert.equal((await get(theirs.url)).statusCode, 200)
})
