import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/parley/help_centers'
let made = 0
const make = (center: object = {}) =>
  client.post(PATH, { identifier: `center-${made++}`, display_name: 'Machines', ...center })

test('a help center is made and changed, and the API shows it so', async () => {
  const domain = ' Machines.Example.com '
  const { status, body } = await make({ custom_domain: domain, website_turned_on: true, locales: ['en', 'fr', 'en'] })
  assert.equal(status, 200)
  assert.partialDeepStrictEqual(body, {
    display_name: 'Machines',
    custom_domain: 'machines.example.com',
    url: 'https://machines.example.com',
    website_turned_on: true,
    locales: ['en', 'fr'],
    default: false,
  })
  assert.partialDeepStrictEqual(body, (await client.get(`/help_center/help_centers/${body.id}`)).body)
  app.clock.advance(5)
  const changed = (await client.put(`${PATH}/${body.id}`, { custom_domain: null, display_name: 'Coffee' })).body
  const url = `http://localhost/help/${body.identifier}`
  const updated_at = body.updated_at + 5
  assert.deepEqual(changed, { ...body, display_name: 'Coffee', custom_domain: null, url, updated_at })
  assert.deepEqual((await client.get(`${PATH}/${body.id}`)).body, changed)
  assert.equal((await client.delete(`${PATH}/${body.id}`)).body.deleted, true)
  assert.equal((await client.get(`${PATH}/${body.id}`)).status, 404)
})

test('one is the default, always', async () => {
  const defaults = async () =>
    (await client.get(PATH)).body.data.flatMap((center: any) => (center.default ? [center.id] : []))
  const [first] = await defaults()
  assert.equal((await client.delete(`${PATH}/${first}`)).status, 409)
  assert.equal((await client.put(`${PATH}/${first}`, { default: false })).status, 400)
  const { id } = (await make({ default: true })).body
  assert.deepEqual(await defaults(), [id])
  assert.equal((await client.put(`${PATH}/${first}`, { default: true })).body.default, true)
  assert.deepEqual(await defaults(), [first])
  const ids = [(await make()).body.id, (await make()).body.id]
  const replies = await Promise.all(ids.map((one) => client.put(`${PATH}/${one}`, { default: true })))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200],
  )
  assert.equal((await defaults()).length, 1)
})

test('no two help centers of the server have one identifier, which is an address', async () => {
  const { identifier } = (await make()).body
  assert.equal((await make({ identifier })).status, 409)
  const { id } = (await make()).body
  assert.equal((await client.put(`${PATH}/${id}`, { identifier })).status, 409)
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const refused = await theirs.post(PATH, { identifier, display_name: 'Theirs' })
  assert.deepEqual([refused.status, refused.body.errors[0].code], [409, 'conflict'])
  const both = await Promise.all(
    [client, theirs].map((one) => one.post(PATH, { identifier: 'wanted-by-two', display_name: 'Machines' })),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
})

for (const body of [
  { identifier: 'Has Spaces' },
  { identifier: '-x' },
  { identifier: '' },
  { display_name: ' ' },
  { custom_domain: 'https://example.com/help' },
  { custom_domain: 'localhost' },
  { locales: [] },
  { locales: ['no locale'] },
  { locales: ['en', 'xx'] },
])
  test(`${JSON.stringify(body)} is refused`, async () => {
    const reply = await make(body)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, 'parameter_invalid'])
  })

test("another workspace's are not found", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const { id } = (await theirs.get(PATH)).body.data[0]
  for (const reply of [
    await client.get(`${PATH}/${id}`),
    await client.put(`${PATH}/${id}`, { default: true }),
    await client.delete(`${PATH}/${id}`),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
  assert.equal((await theirs.get(PATH)).body.data[0].default, true)
})
