import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'
import { eventScene } from './test-scene.ts'

const { app, db, client, workspace_id, now, user, lead, visitor, submit, list, eventsOf, summaryOf, told } =
  await eventScene()

const DAY = 86_400

for (const version of SAMPLED_VERSIONS)
  test(`an event is accepted with an empty answer, listed and told of in ${version}`, async () => {
    const as = app.client({ version })
    const { id, external_id, email } = await user()
    const reply = await submit({ id, metadata: { invite_code: 'ADDAFRIEND' } }, as)
    assert.deepEqual([reply.status, reply.text], [202, ''])
    const { body } = await list(id, '', as)
    const [event] = body.events
    assert.match(event.id, /^[0-9a-f-]{36}$/)
    assert.deepEqual(event, {
      type: 'event',
      id: event.id,
      event_name: 'placed-order',
      created_at: now,
      user_id: external_id,
      intercom_user_id: id,
      email,
      metadata: { invite_code: 'ADDAFRIEND' },
    })
    assert.deepEqual(await told(id), [event])
  })

test('a user is named by id, user_id or email, a lead and a visitor by their id alone', async () => {
  const one = await user({ email: 'Mixed.Case@example.com' })
  const numbered = await user({ external_id: '314159' })
  const [a, b] = [await lead(), await visitor()]
  const accepted = [
    { id: one.id, created_at: now - 1 },
    { user_id: one.external_id, created_at: now - 2, id: null },
    { email: 'mixed.case@example.com', created_at: now - 3 },
    { user_id: 314159 },
    { id: a.id },
    { id: b.id },
  ]
  for (const body of accepted) assert.equal((await submit(body)).status, 202, JSON.stringify(body))
  assert.deepEqual(
    (await eventsOf(one.id)).map(([, time]: number[]) => now - time!),
    [1, 2, 3],
  )
  for (const { id } of [numbered, a, b]) assert.equal((await eventsOf(id)).length, 1)
  const { external_id } = (await client.get(`/contacts/${a.id}`)).body
  assert.equal((await submit({ user_id: external_id })).status, 404)
})

test('names ignore letter case, and `.` and `$` in them are kept as `-`', async () => {
  const { id } = await user()
  const names = ['E.x', 'e.x', 'e-X', 'E$x', 'Ä.$']
  for (const event_name of names) assert.equal((await submit({ id, event_name, created_at: now - 5 })).status, 202)
  assert.equal((await submit({ id, event_name: 'E-X', created_at: now - 4 })).status, 202)
  const { body } = await list(id)
  assert.deepEqual(
    body.events.map((event: any) => [event.event_name, event.created_at - now]),
    [
      ['e-x', -4],
      ['ä--', -5],
      ['e-x', -5],
    ],
  )
  assert.deepEqual((await told(id)).map((event: any) => event.event_name).toSorted(), ['e-x', 'e-x', 'ä--'])
  const { external_id } = (await client.get(`/contacts/${id}`)).body
  const event_summaries = { event_name: 'E.X', count: 9, first: now - 9, last: now }
  assert.equal((await client.post('/events/summaries', { user_id: external_id, event_summaries })).status, 200)
  const { events } = (await list(id, '&summary=true')).body
  assert.deepEqual(
    events.map(({ name, count }: any) => [name, count]),
    [
      ['e-x', 9],
      ['ä--', 1],
    ],
  )
})

test('an unknown person answers 404, and several users of one email 409', async () => {
  const merged = await lead()
  const [blocked, deleted] = [await user(), await user()]
  await client.post('/contacts/merge', { from: merged.id, into: (await user()).id, skip_duplicate_validation: true })
  await client.post(`/contacts/${blocked.id}/block`)
  await client.delete(`/contacts/${deleted.id}`)
  const foreign = app.client({ token: (await app.createWorkspace()).token })
  const elsewhere = (await foreign.post('/contacts', { external_id: 'elsewhere', email: 'elsewhere@example.com' })).body
  for (const naming of [
    { id: '0'.repeat(24) },
    { id: "'" },
    { id: 5 },
    { id: merged.id },
    { id: blocked.id },
    { id: deleted.id },
    { id: elsewhere.id },
    { user_id: 'elsewhere' },
    { email: 'elsewhere@example.com' },
    { user_id: '' },
  ]) {
    const { status, body } = await submit(naming)
    assert.deepEqual([status, body.errors], [404, [{ code: 'not_found', message: 'User Not Found' }]])
  }
  await Promise.all([user({ email: 'two@example.com' }), user({ email: 'TWO@example.com' })])
  const { status, body } = await submit({ email: 'two@example.com' })
  assert.deepEqual([status, body.errors[0].code], [409, 'conflict'])
})

test('events of an archived contact are kept, and shown once it is back', async () => {
  const { id } = await user()
  await client.post(`/contacts/${id}/archive`)
  assert.equal((await submit({ id })).status, 202)
  assert.equal((await client.get(`/events?type=user&intercom_user_id=${id}`)).status, 404)
  await client.post(`/contacts/${id}/unarchive`)
  assert.equal((await eventsOf(id)).length, 1)
})

test('missing and invalid properties answer 400 with their name', async () => {
  const { id } = await user()
  const wrong: [object, string, RegExp][] = [
    [{ id, event_name: undefined }, 'parameter_not_found', /^event_name is a required/],
    [{ id, created_at: undefined }, 'parameter_not_found', /^created_at is a required/],
    [{}, 'parameter_not_found', /^id, user_id or email is a required/],
    [{ id, event_name: ' ' }, 'parameter_invalid', /^event_name/],
    [{ id, event_name: 5 }, 'parameter_invalid', /^event_name must be a string/],
    [{ id, event_name: 'x'.repeat(256) }, 'parameter_invalid', /^event_name/],
    [{ id, created_at: now * 1000 }, 'parameter_invalid', /^created_at must be in seconds/],
    [{ id, created_at: 'yesterday' }, 'parameter_invalid', /^created_at/],
    [{ id, created_at: true }, 'parameter_invalid', /^created_at/],
    [{ id, metadata: 'none' }, 'parameter_invalid', /^metadata/],
    [{ id, metadata: [] }, 'parameter_invalid', /^metadata/],
    [{ id: {} }, 'parameter_invalid', /^id/],
    [{ email: 'x'.repeat(256) }, 'parameter_invalid', /^email/],
  ]
  for (const [body, code, message] of wrong) {
    const reply = await submit(body)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, code], JSON.stringify(body))
    assert.match(reply.body.errors[0].message, message)
  }
  assert.equal((await client.post('/events', {})).status, 400)
  assert.deepEqual(await eventsOf(id), [])
})

test('the same event is kept, counted and told of once, however often and by how many it is sent', async () => {
  const { id, external_id, email } = await user()
  const named = [{ id }, { user_id: external_id }, { email }]
  const replies = await Promise.all(Array.from({ length: 12 }, (_, n) => submit(named[n % 3]!)))
  assert.deepEqual(
    replies.map(({ status, text }) => [status, text]),
    replies.map(() => [202, '']),
  )
  assert.equal((await submit({ id, metadata: { late: true } })).status, 202)
  assert.equal((await submit({ id, event_name: 'Placed.Order' })).status, 202)
  assert.deepEqual(await eventsOf(id), [['placed-order', now]])
  assert.deepEqual(await summaryOf(id), [['placed-order', 1, now, now]])
  assert.equal((await told(id)).length, 1)
  for (const other of [{ created_at: now - 1 }, { event_name: 'placed order' }]) await submit({ id, ...other })
  assert.equal((await eventsOf(id)).length, 3)
})

test('summaries are exact when many write at once', async () => {
  const people = await Promise.all(Array.from({ length: 3 }, () => user()))
  await Promise.all(
    Array.from({ length: 90 }, (_, n) =>
      submit({ id: people[n % 3]!.id, event_name: `did-${n % 2}`, created_at: now - Math.floor(n / 6) }),
    ),
  )
  for (const { id } of people)
    assert.deepEqual(await summaryOf(id), [
      ['did-0', 15, now - 14, now],
      ['did-1', 15, now - 14, now],
    ])
})

test('events of any time are kept, long past and far ones too, and counted', async () => {
  const { id } = await user()
  const times = [0, 1, now - 4000 * DAY, now - 91 * DAY, now, now + 400 * DAY, 2_300_000_000, 253_402_300_799]
  const replies = await Promise.all(times.map((created_at) => submit({ id, created_at })))
  assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([202]))
  assert.deepEqual(await summaryOf(id), [['placed-order', times.length, 0, 253_402_300_799]])
  const [kept] = await db`select count(*) from data_events where workspace_id = ${workspace_id} and contact_id = ${id}`
  assert.equal(kept!['count'], times.length)
})
