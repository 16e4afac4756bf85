import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/parley/webhooks'
const url = 'https://crm.example.com/hooks/parley?key=1'
const topics = ['contact.user.created', 'company.updated']
const now = () => app.clock.now().getTime() / 1000

test('a webhook is made, and shows its secret for the only time', async () => {
  const { status, body } = await client.post(PATH, {
    url: ` ${url} `,
    topics: [...topics, topics[0]],
    api_version: 'unstable',
    description: ' CRM ',
  })
  assert.equal(status, 200)
  const { secret, ...shown } = body
  assert.match(secret, /^[0-9a-f]{64}$/)
  assert.deepEqual(shown, {
    type: 'webhook',
    id: body.id,
    url,
    description: 'CRM',
    topics,
    api_version: 'Preview',
    active: true,
    off_reason: null,
    paused_until: null,
    failing_since: null,
    created_at: now(),
    updated_at: now(),
  })
  const listed = await client.get(PATH)
  assert.deepEqual(listed.body.data.at(-1), shown)
  const got = await client.get(`${PATH}/${body.id}`)
  assert.deepEqual(got.body, shown)
  const updated = await client.put(`${PATH}/${body.id}`, { active: false })
  const rotated = await client.post(`${PATH}/${body.id}/rotate_secret`, {})
  assert.match(rotated.body.secret, /^[0-9a-f]{64}$/)
  for (const { text } of [listed, got, updated, await client.get(`${PATH}/${body.id}/attempts`)])
    assert.ok(!text.includes(secret) && !text.includes('secret'))
  assert.ok(!rotated.text.includes(secret))
})

test('the database does not know the secret', async () => {
  const { secret, id } = (await client.post(PATH, { url, topics, active: false })).body
  const [row] = await app.db`
    select w::text as kept, encode(secret, 'escape') as sealed from webhooks w where id = ${id}`
  for (const text of Object.values(row!)) assert.ok(!text.includes(secret))
})

test('a webhook is changed, in what is given, and deleted', async () => {
  const { id } = (await client.post(PATH, { url, topics, api_version: '2.9', active: false })).body
  app.clock.advance(10)
  const changed = await client.put(`${PATH}/${id}`, { topics: ['company.deleted'], description: 'Old ones' })
  const { topics: after, description, api_version, active, updated_at } = changed.body
  assert.deepEqual(
    [after, description, api_version, active, updated_at],
    [['company.deleted'], 'Old ones', '2.9', false, now()],
  )
  const follows = await client.put(`${PATH}/${id}`, { api_version: null, description: null })
  assert.deepEqual([follows.body.api_version, follows.body.description], [null, null])
  assert.deepEqual((await client.put(`${PATH}/${id}`, {})).body, follows.body)
  assert.deepEqual((await client.delete(`${PATH}/${id}`)).body, { type: 'webhook', id, deleted: true })
  assert.equal((await client.get(`${PATH}/${id}`)).status, 404)
})

for (const [what, body, message] of [
  ['no address', { topics }, 'url is a required parameter'],
  ['a blank address', { url: ' ', topics }, 'url must not be blank'],
  ['no address of the web', { url: 'ftp://example.com', topics }, 'url is not a valid URL'],
  ['a file', { url: 'file:///etc/passwd', topics }, 'url is not a valid URL'],
  ['a password', { url: 'https://u:p@example.com/', topics }, 'url must not hold a user or a password'],
  ['no topics', { url }, 'topics is a required parameter'],
  [
    'a topic that is none',
    { url, topics: ['contact.sneezed'] },
    'topics: contact.sneezed is not a topic that there is',
  ],
  ['what every object has', { url, topics: ['constructor'] }, 'topics: constructor is not a topic that there is'],
] as const)
  test(`${what} is refused`, async () => {
    const reply = await client.post(PATH, body)
    assert.deepEqual([reply.status, reply.body.errors[0].message], [400, message])
  })

test('a version that is none, and an empty list of topics, are refused', async () => {
  const { id } = (await client.post(PATH, { url, topics, active: false })).body
  for (const body of [{ api_version: '1.0' }, { topics: [] }, { url: 'nowhere' }, { active: 'yes' }])
    assert.equal((await client.put(`${PATH}/${id}`, body)).status, 400, JSON.stringify(body))
})

test("another workspace's webhooks are not found", async () => {
  const other = app.client({ token: (await app.createWorkspace()).token })
  const { id } = (await other.post(PATH, { url, topics, active: false })).body
  for (const path of [id, 'abc', '0', '9007199254740993']) {
    assert.equal((await client.get(`${PATH}/${path}`)).status, 404)
    assert.equal((await client.put(`${PATH}/${path}`, { active: true })).status, 404)
    assert.equal((await client.delete(`${PATH}/${path}`)).status, 404)
    assert.equal((await client.post(`${PATH}/${path}/ping`, {})).status, 404)
    assert.equal((await client.post(`${PATH}/${path}/rotate_secret`, {})).status, 404)
    assert.equal((await client.get(`${PATH}/${path}/attempts`)).status, 404)
  }
  assert.equal((await other.get(`${PATH}/${id}`)).body.active, false)
})

test('a workspace has no more than 100', async () => {
  const { id, token } = await app.createWorkspace()
  await app.db`
    insert into webhooks (workspace_id, url, topics, active, secret, fanned_out_to, created_at, updated_at)
    select ${id}, ${url}, ${topics}, false, '', 0, now(), now() from generate_series(1, 99)`
  const [one, other] = await Promise.all(
    [1, 2].map(() => app.client({ token }).post(PATH, { url, topics, active: false })),
  )
  const refused = one!.status === 200 ? other! : one!
  assert.deepEqual([one!.status, other!.status].toSorted(), [200, 400])
  assert.equal(refused.body.errors[0].message, 'A workspace cannot have more than 100 webhooks')
})
