import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitorScene } from './test-scene.ts'

const { app, client, now, visit, convert, total, topicsOf } = await visitorScene()

test('a visitor becomes a user of an email: it keeps its id, gives up its own user_id, and is counted', async () => {
  const { id, external_id } = await visit({ name: 'Foo' })
  const before = await total()
  const { status, body } = await convert({ user_id: external_id }, { email: 'foo@example.com' })
  assert.equal(status, 200)
  assert.deepEqual(
    [body.type, body.id, body.role, body.email, body.external_id, body.name, body.signed_up_at],
    ['contact', id, 'user', 'foo@example.com', null, 'Foo', now.getTime() / 1000],
  )
  assert.deepEqual((await client.get(`/contacts/${id}`)).body, body)
  assert.equal(await total(), before + 1)
  assert.deepEqual(await topicsOf(id), ['visitor.signed_up', 'contact.user.created'])
  assert.equal((await client.get(`/visitors?user_id=${external_id}`)).status, 404)
  assert.equal((await convert({ user_id: external_id }, { email: 'foo@example.com' })).status, 404)
})

test('a visitor becomes a user of a user_id, named by its id, or up to 2.16 by its email', async () => {
  const one = await visit()
  const first = await convert({ id: one.id }, { user_id: 'u-1', email: 'shared@example.com' })
  assert.deepEqual([first.body.id, first.body.external_id, first.body.email], [one.id, 'u-1', 'shared@example.com'])
  const two = await visit({ email: 'Two@example.com' })
  const byEmail = { visitor: { email: 'two@EXAMPLE.com' }, user: { user_id: 'u-2' }, type: 'user' }
  const second = await app.client({ version: '2.16' }).post('/visitors/convert', byEmail)
  assert.deepEqual([second.body.id, second.body.external_id, second.body.email], [two.id, 'u-2', 'Two@example.com'])
})

test('a visitor becomes a lead, and keeps its user_id unless it is given another', async () => {
  const { id, external_id } = await visit()
  const { body } = await convert({ id }, { email: 'lead@example.com' }, 'lead')
  assert.deepEqual([body.id, body.role, body.external_id, body.signed_up_at], [id, 'lead', external_id, null])
  assert.deepEqual(await topicsOf(id), ['contact.lead.created'])
  const other = await visit()
  assert.equal((await convert({ id: other.id }, { user_id: 'l-1' }, 'lead')).body.external_id, 'l-1')
  const nameless = await visit()
  const unsaid = await client.post('/visitors/convert', { visitor: { id: nameless.id }, type: 'lead' })
  assert.deepEqual(
    [unsaid.body.id, unsaid.body.role, unsaid.body.external_id],
    [nameless.id, 'lead', nameless.external_id],
  )
  const itself = await visit()
  const same = await convert({ id: itself.id }, { id: itself.id }, 'lead')
  assert.deepEqual([same.body.id, same.body.external_id], [itself.id, itself.external_id])
})

test('an identity that an archived or blocked contact has is refused', async () => {
  const archived = (await client.post('/contacts', { external_id: 'archived' })).body
  await client.post(`/contacts/${archived.id}/archive`)
  const blocked = (await client.post('/contacts', { external_id: 'blocked' })).body
  await client.post(`/contacts/${blocked.id}/block`)
  const { id } = await visit()
  const conflict = await convert({ id }, { user_id: 'archived' })
  assert.deepEqual(
    [conflict.status, conflict.body.errors[0].message],
    [409, `An archived contact matching those details already exists with id=${archived.id}`],
  )
  assert.equal((await convert({ id }, { user_id: 'blocked' })).status, 422)
  const another = await visit()
  assert.equal((await convert({ id }, { user_id: another.external_id })).status, 409)
})

test('one of ten parallel conversions of a visitor succeeds, and is counted once', async () => {
  const { id } = await visit()
  const before = await total()
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, at) => convert({ id }, { email: `race-${at}@example.com` })),
  )
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, ...Array(9).fill(404)])
  assert.equal(await total(), before + 1)
})

const { id: asked } = await visit()
const refused: [string, object, number, string][] = [
  [
    'nobody',
    { visitor: { user_id: 'fail' }, user: { email: 'a@example.com' }, type: 'user' },
    404,
    'Visitor Not Found',
  ],
  [
    'a visitor without a name',
    { visitor: {}, user: { email: 'a@example.com' }, type: 'user' },
    400,
    'visitor.id or visitor.user_id is a required parameter',
  ],
  ['an id of nobody', { visitor: { id: asked }, user: { id: '0'.repeat(24) }, type: 'user' }, 404, 'User Not Found'],
  [
    'no identity',
    { visitor: { id: asked }, user: {}, type: 'user' },
    400,
    'user.id, user.user_id or user.email is a required parameter',
  ],
  ['no type', { visitor: { id: asked }, user: { email: 'a@example.com' } }, 400, 'type is a required parameter'],
  [
    'another type',
    { visitor: { id: asked }, user: { email: 'a@example.com' }, type: 'admin' },
    400,
    'type must be one of: user, lead',
  ],
  ['no user', { visitor: { id: asked }, type: 'user' }, 400, 'user is a required parameter'],
  [
    'no email',
    { visitor: { id: asked }, user: { email: 'no email' }, type: 'user' },
    400,
    'email is not a valid email address',
  ],
]
for (const [what, body, status, message] of refused)
  test(`${what}: refused`, async () => {
    const reply = await client.post('/visitors/convert', body)
    assert.deepEqual([reply.status, reply.body.errors[0].message], [status, message])
  })

test("another workspace's visitor is not found, nor is a user of another workspace", async () => {
  const stranger = await app.createWorkspace()
  const theirs = app.client({ token: stranger.token })
  const reply = await theirs.post('/visitors/convert', {
    visitor: { id: asked },
    user: { email: 'x@example.com' },
    type: 'user',
  })
  assert.deepEqual([reply.status, reply.body.errors[0].message], [404, 'Visitor Not Found'])
  const user = (await theirs.post('/contacts', { external_id: 'theirs' })).body
  assert.equal((await convert({ id: asked }, { id: user.id })).status, 404)
})
