import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Reply } from '../../test/app.ts'

const app = await testApp()
const client = app.client()

const make = async (details: object) => (await client.post('/contacts', details)).body
const topics = async (id: string) =>
  (await app.db<{ topic: string }[]>`select topic from events where item ->> 'id' = ${id} order by id`).map(
    (e) => e.topic,
  )
const statuses = (replies: Reply[]) => replies.map(({ status }) => status).toSorted((a, b) => a - b)

test('missing properties stay as they are, and null clears', async () => {
  const { id } = await make({ external_id: 'part', name: 'Ada', phone: '+353 1 234 5678', signed_up_at: 1700000000 })
  app.clock.advance(60)
  const { status, body } = await client.put(`/contacts/${id}`, { name: null, avatar: 'https://example.com/ada.png' })
  assert.equal(status, 200)
  assert.deepEqual(
    [body.name, body.avatar.image_url, body.phone, body.signed_up_at],
    [null, 'https://example.com/ada.png', '+353 1 234 5678', 1700000000],
  )
  assert.equal(body.updated_at, Math.floor(app.clock.now().getTime() / 1000))
  assert.deepEqual((await client.get(`/contacts/${id}`)).body, body)
})

test('an update that changes nothing is no event', async () => {
  const { id, name } = await make({ external_id: 'same', name: 'Same' })
  await client.put(`/contacts/${id}`, { name })
  assert.deepEqual(await topics(id), ['contact.user.created'])
  await client.put(`/contacts/${id}`, { name: 'Other' })
  assert.deepEqual(await topics(id), ['contact.user.created', 'contact.user.updated'])
})

test('custom attributes are laid over those that are there', async () => {
  const { id: workspace_id } = app.workspace
  for (const name of ['plan', 'seats', 'gone'])
    await app.db`insert into data_attributes ${app.db({
      workspace_id,
      model: 'contact',
      name,
      label: name,
      data_type: name === 'seats' ? 'integer' : 'string',
      created_at: app.clock.now(),
      updated_at: app.clock.now(),
    })}`
  const { id } = await make({ external_id: 'attributes', custom_attributes: { plan: 'free', gone: 'soon' } })
  const { body } = await client.put(`/contacts/${id}`, { custom_attributes: { seats: 3, gone: null } })
  assert.deepEqual(body.custom_attributes, { plan: 'free', seats: 3 })
  const refused = await client.put(`/contacts/${id}`, { custom_attributes: { unheard: 1 } })
  assert.deepEqual([refused.status, refused.body.errors[0].message], [400, "Custom attribute 'unheard' does not exist"])
})

test('a lead becomes a user in place', async () => {
  const lead = await make({ role: 'lead', name: 'Lee' })
  const added = await client.put(`/contacts/${lead.id}`, { email: 'lee@example.com' })
  assert.equal(added.body.role, 'lead')
  const { body } = await client.put(`/contacts/${lead.id}`, { role: 'user', external_id: 'lee' })
  assert.deepEqual([body.id, body.role, body.external_id, body.name], [lead.id, 'user', 'lee', 'Lee'])
  assert.deepEqual(await topics(lead.id), [
    'contact.lead.created',
    'contact.lead.updated',
    'contact.email.updated',
    'contact.lead.added_email',
    'contact.user.updated',
    'contact.lead.signed_up',
  ])
  const back = await client.put(`/contacts/${lead.id}`, { role: 'lead' })
  assert.deepEqual([back.status, back.body.errors[0].code], [400, 'client_error'])
})

test('details of another contact answer 409 with its id', async () => {
  const taken = await make({ external_id: 'taken' })
  const other = await make({ external_id: 'free' })
  const { status, body } = await client.put(`/contacts/${other.id}`, { external_id: 'taken' })
  assert.equal(status, 409)
  assert.equal(body.errors[0].message, `A contact matching those details already exists with id=${taken.id}`)
  await client.post(`/contacts/${taken.id}/archive`)
  const archived = await client.put(`/contacts/${other.id}`, { external_id: 'taken' })
  assert.match(archived.body.errors[0].message, /^An archived contact matching those details .*=[0-9a-f]{24}$/)
  await client.post(`/contacts/${taken.id}/block`)
  assert.equal((await client.put(`/contacts/${other.id}`, { external_id: 'taken' })).status, 422)
})

test('users without an external_id do not share an email, others may', async () => {
  const first = await make({ email: 'shared@example.com' })
  const second = await make({ email: 'second@example.com' })
  const refused = await client.put(`/contacts/${second.id}`, { email: 'SHARED@example.com' })
  assert.equal(refused.status, 409)
  assert.ok(refused.body.errors[0].message.endsWith(`id=${first.id}`))
  const known = await make({ external_id: 'known by its own id' })
  assert.equal((await client.put(`/contacts/${known.id}`, { email: 'shared@example.com' })).status, 200)
  const lost = await client.put(`/contacts/${known.id}`, { external_id: null })
  assert.equal(lost.status, 409, 'what told it from the other is gone')
  const lead = await make({ role: 'lead', email: 'shared@example.com' })
  assert.equal((await client.put(`/contacts/${lead.id}`, { role: 'user' })).status, 409)
  assert.equal((await client.put(`/contacts/${lead.id}`, { role: 'user', external_id: 'own' })).status, 200)
})

const ONE_OF_EIGHT = [200, ...Array.from({ length: 7 }, () => 409)]
const eight = (details: (n: number) => object) => Promise.all(Array.from({ length: 8 }, (_, n) => make(details(n))))

test('one of several parallel updates to an external_id wins', async () => {
  const contacts = await eight((n) => ({ external_id: `racer ${n}` }))
  const replies = await Promise.all(contacts.map(({ id }) => client.put(`/contacts/${id}`, { external_id: 'finish' })))
  assert.deepEqual(statuses(replies), ONE_OF_EIGHT)
  const winner = replies.find(({ status }) => status === 200)!.body.id
  for (const { body } of replies.filter(({ status }) => status === 409))
    assert.ok(body.errors[0].message.endsWith(`id=${winner}`))
})

test('one of several parallel updates to an email wins, among users and among leads that become users', async () => {
  const users = await eight((n) => ({ email: `racer${n}@example.com` }))
  const updated = users.map(({ id }) => client.put(`/contacts/${id}`, { email: 'finish@example.com' }))
  assert.deepEqual(statuses(await Promise.all(updated)), ONE_OF_EIGHT)
  for (let round = 0; round < 4; round++) {
    const leads = await eight(() => ({ role: 'lead', email: `lead${round}@example.com` }))
    const converted = leads.map(({ id }) => client.put(`/contacts/${id}`, { role: 'user' }))
    assert.deepEqual(statuses(await Promise.all(converted)), ONE_OF_EIGHT)
  }
})

test('either an update or a creation with the same external_id wins', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await make({ external_id: `before ${round}` })
    const details = { external_id: `after ${round}` }
    const replies = await Promise.all([client.put(`/contacts/${id}`, details), client.post('/contacts', details)])
    assert.deepEqual(statuses(replies), [200, 409])
  }
})

test('an email is verified together with being given, from the version on that knows it', async () => {
  const { id } = await make({ external_id: 'verified' })
  const verified = async () =>
    (await app.db`select email_verified from contacts where id = ${id}`)[0]!['email_verified']
  const old = await app.client({ version: '2.15' }).put(`/contacts/${id}`, { email_verified: true })
  assert.deepEqual([old.status, await verified()], [200, null])
  const alone = await client.put(`/contacts/${id}`, { email_verified: true })
  assert.deepEqual([alone.status, alone.body.errors[0].code], [400, 'parameter_invalid'])
  await client.put(`/contacts/${id}`, { email: 'v@example.com', email_verified: true })
  assert.equal(await verified(), true)
  await client.put(`/contacts/${id}`, { email: 'other@example.com' })
  assert.equal(await verified(), null)
})

test('an owner is an admin of the workspace, a number up to 2.15 and a text after it', async () => {
  const { id } = await make({ external_id: 'owned' })
  const { adminId } = app.workspace
  const before = app.client({ version: '2.15' })
  assert.equal((await before.put(`/contacts/${id}`, { owner_id: adminId })).body.owner_id, adminId)
  assert.equal((await client.put(`/contacts/${id}`, { owner_id: String(adminId) })).body.owner_id, String(adminId))
  const other = await app.createWorkspace()
  for (const owner_id of [other.adminId, 'nobody', 1.5e15]) {
    const { status, body } = await client.put(`/contacts/${id}`, { owner_id })
    assert.equal(status, 400)
    assert.equal(body.errors[0].message, 'The owner specified is not a member of the workspace')
  }
  assert.equal((await client.put(`/contacts/${id}`, { owner_id: null })).body.owner_id, null)
})

test('a language that there is not is forgotten from 2.15 on', async () => {
  const { id } = await make({ external_id: 'speaks' })
  const speak = async (version: string, language_override: string) =>
    (await app.client({ version }).put(`/contacts/${id}`, { language_override })).body.language_override
  assert.equal(await speak('2.16', 'pt-BR'), 'pt-BR')
  assert.equal(await speak('2.14', 'klingonish'), 'klingonish')
  for (const language of ['klingonish', 'xx', '!?']) assert.equal(await speak('2.15', language), null)
})

test('bad details answer 400', async () => {
  const { id } = await make({ external_id: 'bad' })
  const bad = [
    { role: 'admin' },
    { email: 'nowhere' },
    { name: 5 },
    { name: 'n'.repeat(300) },
    { signed_up_at: 'yesterday' },
    { external_id: {} },
    { unsubscribed_from_emails: 'no' },
    { custom_attributes: [] },
  ]
  for (const details of bad) {
    const { status, body } = await client.put(`/contacts/${id}`, details)
    assert.deepEqual([status, body.errors?.[0].code], [400, 'parameter_invalid'], JSON.stringify(details))
  }
})

test('an archived contact is not updated', async () => {
  const { id, name } = await make({ external_id: 'shelved' })
  await client.post(`/contacts/${id}/archive`)
  assert.equal((await client.put(`/contacts/${id}`, { name: 'Shelved' })).status, 404)
  await client.post(`/contacts/${id}/unarchive`)
  assert.equal((await client.get(`/contacts/${id}`)).body.name, name)
})

test('a contact of another workspace, or of none, answers 404', async () => {
  const other = app.client({ token: (await app.createWorkspace()).token })
  const { id } = await make({ external_id: 'ours' })
  for (const [path, asker] of [
    [`/contacts/${id}`, other],
    [`/contacts/${'0'.repeat(24)}`, client],
    ["/contacts/it's", client],
  ] as const) {
    const { status, body } = await asker.put(path, { name: 'x' })
    assert.deepEqual([status, body.errors[0].code, body.errors[0].message], [404, 'not_found', 'User Not Found'])
  }
})

test('an avatar is taken as text and in the form in which it is shown', async () => {
  const { id } = (await client.post('/contacts', { external_id: 'pictured' })).body
  const shown = async (avatar: unknown) => (await client.put(`/contacts/${id}`, { avatar })).body.avatar
  const avatar = { type: 'avatar', image_url: 'https://example.com/a.png' }
  assert.deepEqual(await shown('https://example.com/a.png'), avatar)
  assert.equal(await shown(null), null)
  assert.deepEqual(await shown(avatar), avatar)
  assert.equal(await shown({ type: 'avatar', image_url: null }), null)
})

test('a user does not become a lead', async () => {
  const { id } = (await client.post('/contacts', { external_id: 'stays' })).body
  const refused = await client.put(`/contacts/${id}`, { role: 'lead' })
  assert.equal(refused.status, 400)
  assert.deepEqual(refused.body.errors, [
    { code: 'client_error', message: "Contact with user role can't be converted to a lead" },
  ])
})
