import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldCounts } from '../../db/counts.ts'
import { testApp } from '../../test/app.ts'
import { isFrom, SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()

type Page = { data: { id: string }[]; pages: { next?: { starting_after: string } } }

/** A workspace with so many users, made by two in each second. */
async function filled(users: number) {
  const { token } = await app.createWorkspace()
  const own = app.client({ token })
  const ids: string[] = []
  for (let n = 0; n < users; n++) {
    if (n % 2 === 0) app.clock.advance(1)
    ids.push((await own.post('/contacts', { external_id: String(n) })).body.id)
  }
  return { own, ids, token }
}

test('an empty list is one page of nothing', async () => {
  const { body } = await client.get('/contacts')
  assert.deepEqual(body, {
    type: 'list',
    data: [],
    pages: { type: 'pages', page: 1, per_page: 10, total_pages: 0 },
    total_count: 0,
  })
})

test('contacts are listed from the oldest to the newest, page by page', async () => {
  const { own, ids } = await filled(7)
  const first = (await own.get('/contacts?per_page=3')).body
  assert.deepEqual(
    first.data.map(({ id }: { id: string }) => id),
    ids.slice(0, 3),
  )
  assert.equal(first.total_count, 7)
  const { next, ...pages } = first.pages
  assert.deepEqual(pages, { type: 'pages', page: 1, per_page: 3, total_pages: 3 })
  assert.equal(next.page, 2)
  const second = (await own.get(`/contacts?per_page=3&starting_after=${encodeURIComponent(next.starting_after)}`)).body
  const third = (
    await own.get(`/contacts?per_page=3&starting_after=${encodeURIComponent(second.pages.next.starting_after)}`)
  ).body
  assert.deepEqual(
    [...second.data, ...third.data].map(({ id }) => id),
    ids.slice(3),
  )
  assert.equal(third.pages.page, 3)
  assert.ok(!('next' in third.pages))
})

test('a walk while rows are inserted, updated and taken away shows every original row once', async () => {
  const { own, ids } = await filled(40)
  const seen: string[] = []
  const work = { done: false }
  const churn = (async () => {
    for (let n = 0; !work.done; n++) {
      app.clock.advance(1)
      const id = ids[(n * 7) % ids.length]!
      await Promise.all([
        own.post('/contacts', { external_id: `new ${n}` }),
        own.put(`/contacts/${id}`, { name: `Renamed ${n}`, last_seen_at: 1700000000 + n }),
      ])
      // One that was shown already goes, which moves all that come after it forward.
      if (seen[n] !== undefined) await own.post(`/contacts/${seen[n]}/archive`)
    }
  })()
  for (let path: string | undefined = '/contacts?per_page=4'; path;) {
    const { data, pages }: Page = (await own.get(path)).body
    seen.push(...data.map(({ id }) => id))
    const after: string | undefined = pages.next?.starting_after
    path = after && seen.length < 200 ? `/contacts?per_page=4&starting_after=${encodeURIComponent(after)}` : undefined
    if (ids.every((id) => seen.includes(id))) work.done = true
  }
  work.done = true
  await churn
  assert.deepEqual(
    seen.filter((id) => ids.includes(id)),
    ids,
  )
  assert.equal(new Set(seen).size, seen.length)
})

test('the total is exact, folded or not, whatever other workspaces do', async () => {
  const { own, ids } = await filled(4)
  const total = async () => (await own.get('/contacts?per_page=1')).body.total_count
  await Promise.all([
    client.post('/contacts', { external_id: 'elsewhere' }),
    own.post('/contacts', { role: 'lead' }),
    own.delete(`/contacts/${ids[0]}`),
    own.post(`/contacts/${ids[1]}/archive`),
    own.post('/contacts', { external_id: '3' }),
  ])
  assert.equal(await total(), 3)
  await foldCounts(app.db)
  assert.equal(await total(), 3)
})

test('a page has 150 contacts at the most', async () => {
  assert.equal((await client.get('/contacts?per_page=1000')).body.pages.per_page, 150)
})

test('a bad page answers 400', async () => {
  for (const per_page of ['0', '-1', 'abc', '1.5']) {
    const { status, body } = await client.get(`/contacts?per_page=${per_page}`)
    assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'], per_page)
  }
  for (const cursor of ['garbage', '%27', 'WyJ4Il0=', 'WzEsMiwzXQ==']) {
    const { status, body } = await client.get(`/contacts?starting_after=${cursor}`)
    assert.deepEqual([status, body.errors[0].code], [400, 'client_error'], cursor)
  }
})

for (const version of SAMPLED_VERSIONS)
  test(`a list conforms in ${version}`, async () => {
    const { token } = await filled(2)
    const { status, body } = await app.client({ version, token }).get('/contacts?include_merge_history=true')
    assert.deepEqual([status, body.data.length], [200, 2])
    assert.equal('merge_history' in body.data[0], isFrom('2.16', version))
  })
