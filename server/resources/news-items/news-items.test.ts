import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const sender_id = app.workspace.adminId
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]
const feed = Number((await client.get('/news/newsfeeds')).body.data[0].id)
const other = Number((await client.post('/parley/newsfeeds', { name: 'For cafés' })).body.id)

const create = (details: object = {}) => client.post('/news/news_items', { title: 'New roast', sender_id, ...details })
const itemsOf = async (id: number) =>
  (await client.get(`/news/newsfeeds/${id}/items`)).body.data.map((item: any) => item.id)

test('an item is a draft at first, and its newsfeeds show it once it is live', async () => {
  const assignments = [{ newsfeed_id: other, published_at: 1_664_638_214 }, { newsfeed_id: String(feed) }]
  const { status, body } = await create({
    body: '<p>From <b>Ethiopia</b><script>alert(1)</script></p>',
    labels: ['Product', ' New ', 'New'],
    reactions: ['😆', null, '👍🏽'],
    newsfeed_assignments: assignments,
  })
  const now = unix(app.clock.now())
  assert.equal(status, 200)
  assert.deepEqual(body, {
    id: body.id,
    type: 'news-item',
    workspace_id: body.workspace_id,
    title: 'New roast',
    body: '<p>From <b>Ethiopia</b></p>',
    sender_id,
    state: 'draft',
    labels: ['New', 'Product'],
    cover_image_url: null,
    reactions: ['😆', '👍🏽'],
    deliver_silently: false,
    created_at: now,
    updated_at: now,
    newsfeed_assignments: [
      { newsfeed_id: feed, published_at: now },
      { newsfeed_id: other, published_at: now },
    ],
  })
  assert.deepEqual((await client.get(`/news/news_items/${body.id}`)).body, body)
  assert.deepEqual(await itemsOf(feed), [])
  app.clock.advance(60)
  const live = (await client.put(`/news/news_items/${body.id}`, { state: 'live' })).body
  assert.deepEqual(live, {
    ...body,
    state: 'live',
    updated_at: now + 60,
    newsfeed_assignments: [
      { newsfeed_id: feed, published_at: now + 60 },
      { newsfeed_id: other, published_at: now + 60 },
    ],
  })
  assert.ok((await itemsOf(feed)).includes(body.id) && (await itemsOf(other)).includes(body.id))
  const moved = await client.put(`/news/news_items/${body.id}`, { newsfeed_assignments: assignments.slice(0, 1) })
  assert.deepEqual(moved.body.newsfeed_assignments, assignments.slice(0, 1))
  assert.ok(!(await itemsOf(feed)).includes(body.id))
  const gone = await client.delete(`/news/news_items/${body.id}`)
  assert.deepEqual(gone.body, { id: body.id, object: 'news-item', deleted: true })
  assert.deepEqual(refusal(await client.get(`/news/news_items/${body.id}`)), [404, 'Resource Not Found'])
  assert.deepEqual(await itemsOf(other), [])
})

test('a newsfeed shows the last published first, by pages of twenty', async () => {
  const { id } = (await client.post('/parley/newsfeeds', { name: 'For hotels' })).body
  const ids: string[] = []
  for (const published_at of [1_600_000_000, 1_700_000_000, 1_500_000_000])
    ids.push((await create({ state: 'live', newsfeed_assignments: [{ newsfeed_id: id, published_at }] })).body.id)
  assert.deepEqual(await itemsOf(id), [ids[1], ids[0], ids[2]])
  const page = (await client.get(`/news/newsfeeds/${id}/items?per_page=1&page=2`)).body
  assert.partialDeepStrictEqual(page, {
    total_count: 3,
    pages: { type: 'pages', page: 2, per_page: 1, total_pages: 3 },
  })
  assert.equal((await client.get(`/news/newsfeeds/${id}/items`)).body.pages.per_page, 20)
})

for (const [title, details, message] of [
  ['without a title', { title: ' ' }, 'title must not be blank'],
  [
    'that is published tomorrow',
    { state: 'live', newsfeed_assignments: [{ newsfeed_id: feed, published_at: 4_000_000_000 }] },
    'published_at cannot be in the future',
  ],
  ['with words for reactions', { reactions: ['yes'] }, 'Each reaction must be one emoji'],
  ['with too many reactions', { reactions: [...'😀😃😄😁😆😅'] }, 'A news item can have at most 5 reactions'],
  [
    'with a cover that is no picture',
    { cover_image_url: 'https://example.com/a.svg' },
    'cover_image_url must end in .png or .jpg',
  ],
] as const)
  test(`an item ${title} is refused`, async () => {
    assert.deepEqual(refusal(await create(details)), [400, message])
  })

test('an item of a stranger, or for an unknown newsfeed, is refused', async () => {
  assert.deepEqual(refusal(await create({ sender_id: 1 })), [404, 'Admin not found'])
  for (const newsfeed_id of [1, 'x'])
    assert.deepEqual(refusal(await create({ newsfeed_assignments: [{ newsfeed_id }] })), [404, 'Resource Not Found'])
})

test('newer versions take a cover picture, older ones ignore it', async () => {
  const cover_image_url = 'https://example.com/cover.png'
  assert.equal((await create({ cover_image_url })).body.cover_image_url, cover_image_url)
  const older = app.client({ version: '2.16' })
  const { body } = await older.post('/news/news_items', { title: 'x', sender_id, cover_image_url })
  assert.equal(body.cover_image_url, null)
})

test("another workspace's newsfeed cannot be assigned, nor its items be read", async () => {
  const { token, adminId } = await app.createWorkspace()
  const theirs = app.client({ token })
  const theirFeed = (await theirs.get('/news/newsfeeds')).body.data[0].id
  const item = (await theirs.post('/news/news_items', { title: 'x', sender_id: adminId })).body
  assert.equal((await create({ newsfeed_assignments: [{ newsfeed_id: theirFeed }] })).status, 404)
  assert.equal((await client.get(`/news/news_items/${item.id}`)).status, 404)
  assert.equal((await create({ sender_id: adminId })).status, 404)
})

for (const version of SAMPLED_VERSIONS)
  test(`news items conform in ${version}`, async () => {
    const versioned = app.client({ version })
    const { body } = await versioned.post('/news/news_items', {
      title: 'Halloween',
      body: 'Boo',
      sender_id,
      state: 'live',
      newsfeed_assignments: [{ newsfeed_id: feed }],
    })
    assert.equal(body.body, '<p>Boo</p>')
    assert.deepEqual((await versioned.get('/news/news_items')).body.data[0], body)
    assert.deepEqual((await versioned.get(`/news/newsfeeds/${feed}/items`)).body.data[0], body)
  })
