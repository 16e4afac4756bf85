import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
/** When its workspace was made: other files move the clock on. */
const made = unix(app.clock.now())
const client = app.client()

test('a new workspace has one newsfeed', async () => {
  const { status, body } = await client.get('/news/newsfeeds')
  assert.equal(status, 200)
  const feed = { id: body.data[0].id, type: 'newsfeed', name: 'Visitor Feed', created_at: made, updated_at: made }
  assert.deepEqual(body, {
    type: 'list',
    pages: { type: 'pages', next: null, page: 1, per_page: 10, total_pages: 1, prev: null },
    data: [feed],
    total_count: 1,
  })
  assert.deepEqual((await client.get(`/news/newsfeeds/${feed.id}`)).body, feed)
})

test('many are shown by pages of ten, oldest first', async () => {
  const { id: workspace_id, token } = await app.createWorkspace()
  const now = app.clock.now()
  const names = Array.from({ length: 11 }, (_, at) => `Feed ${at}`)
  await app.db`insert into newsfeeds ${app.db(
    names.map((name) => ({ workspace_id, name, created_at: now, updated_at: now })),
  )}`
  const own = app.client({ token })
  const seen: string[] = []
  let path: string | null = '/news/newsfeeds'
  for (let page = 1; path !== null; page++) {
    const { body } = await own.get(path)
    assert.partialDeepStrictEqual(body, { total_count: 12, pages: { page, per_page: 10, total_pages: 2 } })
    seen.push(...body.data.map(({ name }: { name: string }) => name))
    const next: string | null = body.pages.next
    path = next === null ? null : next.slice(new URL(next).origin.length)
  }
  assert.deepEqual(seen, ['Visitor Feed', ...names])
  assert.equal((await own.get('/news/newsfeeds?page=3')).body.data.length, 0)
})

test('a page that cannot be is refused', async () => {
  for (const query of ['page=0', 'page=abc', 'per_page=0', 'per_page=-1'])
    assert.equal((await client.get(`/news/newsfeeds?${query}`)).status, 400, query)
  assert.deepEqual((await client.get('/news/newsfeeds?per_page=61')).body.errors, [
    { code: 'parameter_invalid', message: 'Per Page is too big' },
  ])
})

test('an unknown id, or another workspace, answers 404', async () => {
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  const strange = (await stranger.get('/news/newsfeeds')).body.data[0].id
  for (const id of [strange, 'abc', '0', '-1', '9007199254740993']) {
    const { status, body } = await client.get(`/news/newsfeeds/${id}`)
    assert.equal(status, 404)
    assert.deepEqual(body.errors, [{ code: 'not_found', message: 'Resource Not Found' }])
  }
})

for (const version of SAMPLED_VERSIONS)
  test(`newsfeeds conform in ${version}`, async () => {
    const versioned = app.client({ version })
    const { status, body } = await versioned.get('/news/newsfeeds')
    assert.equal(status, 200)
    assert.deepEqual((await versioned.get(`/news/newsfeeds/${body.data[0].id}`)).body, body.data[0])
  })
