import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/parley/subscription_types'
const given = { consent_type: 'opt_in', name: 'Tastings', description: 'New coffees' }
const french = { locale: 'fr', name: 'Dégustations', description: 'Nouveaux cafés' }

test('a subscription type is made, shown by the API, and can be chosen', async () => {
  const details = { translations: [french], content_types: ['sms_message', 'email', 'email'], locale: 'en-us' }
  const reply = await client.post(PATH, { ...given, ...details })
  assert.equal(reply.status, 400) // two at the most
  const { status, body } = await client.post(PATH, { ...given, ...details, content_types: ['sms_message', 'email'] })
  assert.equal(status, 200)
  const { created_at, ...shown } = body
  assert.equal(created_at, app.clock.now().getTime() / 1000)
  const standard = { name: 'Tastings', description: 'New coffees', locale: 'en-US' }
  assert.deepEqual(shown, {
    type: 'subscription',
    id: body.id,
    state: 'live',
    consent_type: 'opt_in',
    default_translation: standard,
    translations: [standard, french],
    content_types: ['sms_message', 'email'],
  })
  assert.deepEqual((await client.get('/subscription_types')).body.data.at(-1), shown)
  assert.deepEqual((await client.get(`${PATH}/${body.id}`)).body, body)
  const { body: person } = await client.post('/contacts', { email: 'a@example.com' })
  const choice = await client.post(`/contacts/${person.id}/subscriptions`, { id: body.id, consent_type: 'opt_in' })
  assert.equal(choice.status, 200)
})

test('it changes, is archived with what people chose of it, and comes back', async () => {
  const { id } = (await client.post(PATH, given)).body
  const { body: person } = await client.post('/contacts', { email: 'b@example.com' })
  await client.post(`/contacts/${person.id}/subscriptions`, { id, consent_type: 'opt_in' })
  const put = async (body: object) => (await client.put(`${PATH}/${id}`, body)).body
  assert.deepEqual((await put({ name: 'Cuppings' })).default_translation, {
    name: 'Cuppings',
    description: 'New coffees',
    locale: 'en',
  })
  assert.equal((await put({ translations: [french] })).translations.length, 2)
  assert.equal((await put({ translations: [] })).translations.length, 1)
  assert.equal((await client.post(`${PATH}/${id}/archive`)).body.state, 'archived')
  assert.equal((await put({ consent_type: 'opt_out' })).state, 'archived')
  assert.equal((await put({ state: 'live' })).state, 'live')
  const { data } = (await client.get(`/contacts/${person.id}/subscriptions`)).body
  assert.deepEqual(
    data.map((type: { id: string }) => type.id),
    [id],
  )
})

for (const [body, message] of [
  [{ consent_type: undefined }, 'consent_type is a required parameter'],
  [{ consent_type: 'maybe' }, 'consent_type must be one of: opt_in, opt_out'],
  [{ name: '' }, 'name must not be blank'],
  [{ locale: 'not a locale' }, 'locale is not a valid locale'],
  [{ locale: '' }, 'locale is not a valid locale'],
  [{ content_types: ['fax'] }, 'content_types.0 must be one of: email, sms_message'],
  [{ translations: [french, french] }, 'translations must not have one locale twice'],
  [{ translations: [{ locale: 'fr' }] }, 'translations.0.name is a required parameter'],
  [{ state: 'archived' }, 'state must be one of: live, draft'],
] as const)
  test(`${JSON.stringify(body)} is refused`, async () => {
    const reply = await client.post(PATH, { ...given, ...body })
    assert.deepEqual([reply.status, reply.body.errors[0].message], [400, message])
  })

test("another workspace's are not found", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const { id } = (await theirs.get(PATH)).body.data[0]
  for (const reply of [
    await client.get(`${PATH}/${id}`),
    await client.put(`${PATH}/${id}`, { name: 'x' }),
    await client.post(`${PATH}/${id}/archive`),
    await client.get(`${PATH}/abc`),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
})
