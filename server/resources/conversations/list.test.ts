import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation } from './test-scene.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const made: Awaited<ReturnType<typeof newConversation>>[] = []
for (let n = 0; n < 25; n++) {
  app.clock.advance(1)
  made.push(await newConversation(client, `number ${n}`))
}
const newestFirst = made.map(({ id }) => id).reverse()
const ids = (body: any) => body.conversations.map(({ id }: any) => id)
const find = (query: unknown, rest: object = {}, version = '2.16') =>
  app.client({ version }).post('/conversations/search', { query, ...rest })

for (const version of SAMPLED_VERSIONS)
  test(`conversations are listed and searched, what changed last first, in ${version}`, async () => {
    const speaker = app.client({ version })
    const listed = await speaker.get('/conversations')
    assert.equal(listed.status, 200)
    assert.deepEqual(ids(listed.body), newestFirst.slice(0, 20))
    assert.equal(listed.body.total_count, 25)
    assert.equal(listed.body.type, 'conversation.list')
    assert.equal('conversation_parts' in listed.body.conversations[0], false)
    const found = await find({ field: 'source.body', operator: '~', value: 'number 2' }, {}, version)
    assert.equal(found.status, 200)
    assert.equal(found.body.total_count, 6)
    assert.equal('conversation_parts' in found.body.conversations[0], false)
  })

test('a list is walked by its cursors, each conversation once, whatever is written meanwhile', async () => {
  const other = await testApp()
  const theirs = other.client()
  const all: string[] = []
  for (let n = 0; n < 7; n++) {
    other.clock.advance(1)
    all.unshift((await newConversation(theirs)).id)
  }
  const seen: string[] = []
  for (let path: string | undefined = '/conversations?per_page=3'; path;) {
    const { body } = await theirs.get(path)
    seen.push(...ids(body))
    const next = body.pages.next
    path = next && `/conversations?per_page=3&starting_after=${encodeURIComponent(next.starting_after)}`
    other.clock.advance(1)
    await newConversation(theirs)
  }
  assert.deepEqual(seen, all)
})

test('a change to a conversation brings it to the top; reading it does not', async () => {
  const last = made[3]!
  app.clock.advance(1)
  await client.put(last.path, { read: false })
  assert.notEqual(ids((await client.get('/conversations?per_page=1')).body)[0], last.id)
  await client.post(`${last.path}/parts`, { message_type: 'close', admin_id })
  assert.equal(ids((await client.get('/conversations?per_page=1')).body)[0], last.id)
})

test('pages are of the size asked for, within bounds', async () => {
  assert.equal((await client.get('/conversations?per_page=150')).body.conversations.length, 25)
  assert.equal((await client.get('/conversations?per_page=500')).body.pages.per_page, 150)
  for (const query of ['per_page=0', 'per_page=-1', 'per_page=abc', 'starting_after=garbage'])
    assert.equal((await client.get(`/conversations?${query}`)).status, 400, query)
})

test('a search finds what is asked for, and counts all of it', async () => {
  const { id, user, sourceId } = made[7]!
  const one = [
    { field: 'id', operator: '=', value: id },
    { field: 'source.id', operator: '=', value: sourceId },
    { field: 'contact_ids', operator: '=', value: user.id },
    { field: 'source.author.email', operator: '=', value: user.email },
    {
      operator: 'AND',
      value: [
        { field: 'source.body', operator: '=', value: '7' },
        { field: 'open', operator: '=', value: true },
      ],
    },
  ]
  for (const query of one) assert.deepEqual(ids((await find(query)).body), [id], JSON.stringify(query))
  const all = await find({ field: 'created_at', operator: '>', value: 1 }, { pagination: { per_page: 2 } })
  assert.equal(all.body.total_count, 25)
  assert.equal(all.body.conversations.length, 2)
  const starting_after = all.body.pages.next.starting_after
  const rest = await find(
    { field: 'created_at', operator: '>', value: 1 },
    { pagination: { per_page: 2, starting_after } },
  )
  assert.equal(rest.body.total_count, 25)
  assert.equal(rest.body.pages.page, 2)
  const oldest = await find(
    { field: 'created_at', operator: '>', value: 1 },
    { sort: { field: 'created_at', order: 'ascending' }, pagination: { per_page: 1 } },
  )
  assert.deepEqual(ids(oldest.body), [made[0]!.id])
})

test('a search of priorities knows the words of every version', async () => {
  const priority = { field: 'priority', operator: '=' }
  assert.equal((await find({ ...priority, value: 'not_priority' }, {}, '2.15')).body.total_count, 25)
  assert.equal((await find({ ...priority, value: 'none' })).body.total_count, 25)
  assert.equal((await find({ ...priority, value: 'high' })).body.total_count, 0)
})

test('a search that makes no sense is refused', async () => {
  const bad: [unknown, string][] = [
    [undefined, 'invalid_query'],
    [{ field: 'shoe_size', operator: '=', value: 1 }, 'invalid_field'],
    [{ field: 'id', operator: '=', value: 7 }, 'invalid_value'],
    [{ field: 'id', operator: '>', value: 'seven' }, 'invalid_value'],
  ]
  for (const [query, code] of bad) {
    const { status, body } = await find(query)
    assert.deepEqual([status, body.errors[0].code], [400, code])
  }
})

test('nobody lists or finds the conversations of another workspace', async () => {
  const other = await app.createWorkspace()
  const theirs = app.client({ token: other.token })
  assert.equal((await theirs.get('/conversations')).body.total_count, 0)
  const query = { field: 'id', operator: '=', value: made[0]!.id }
  assert.deepEqual((await theirs.post('/conversations/search', { query })).body.conversations, [])
})

test('conversations are synced by ascending id in pages, from empty text on', async () => {
  const workspace = await app.createWorkspace()
  const own = app.client({ token: workspace.token })
  const from = { type: 'user', id: (await own.post('/contacts', { external_id: 'synced' })).body.id }
  const made: string[] = []
  for (let n = 0; n < 5; n++)
    made.push((await own.post('/conversations', { from, body: 'Hello' })).body.conversation_id)
  const after = async (id: string) => {
    const found: string[] = []
    for (let starting_after: string | undefined; ;) {
      const { status, body } = await own.post('/conversations/search', {
        query: { operator: 'AND', value: [{ field: 'id', operator: '>', value: id }] },
        sort: { field: 'id', order: 'ascending' },
        pagination: { per_page: 2, ...(starting_after && { starting_after }) },
      })
      assert.equal(status, 200, JSON.stringify(body))
      found.push(...body.conversations.map((one: { id: string }) => one.id))
      starting_after = body.pages.next?.starting_after
      if (!starting_after) return found
    }
  }
  assert.deepEqual(await after(''), made)
  assert.deepEqual(await after(made[2]!), made.slice(3))
  assert.deepEqual(await after(String(Number(made[0]) - 1)), made)
})
