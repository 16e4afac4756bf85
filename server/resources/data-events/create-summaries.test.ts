import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'
import { eventScene } from './test-scene.ts'

const { app, client, now, user, submit, eventsOf, summaryOf, told } = await eventScene()

const send = (user_id: string, event_summaries: unknown, as = client) =>
  as.post('/events/summaries', { user_id, event_summaries })
const summary = { event_name: 'invited-friend', count: 5, first: 1_500_000_000, last: 1_600_000_000 }

for (const version of SAMPLED_VERSIONS)
  test(`a summary is taken with an empty answer, and shown in ${version}`, async () => {
    const as = app.client({ version })
    const { id, external_id } = await user()
    const reply = await send(external_id, summary, as)
    assert.deepEqual([reply.status, reply.text], [200, ''])
    assert.deepEqual(await summaryOf(id), [['invited-friend', 5, 1_500_000_000, 1_600_000_000]])
    const { body } = await as.get(`/events?type=user&user_id=${external_id}&summary=true`)
    assert.equal(body.events[0].count, 5)
  })

test('later events are added to the counts, and a repeated summary replaces them', async () => {
  const { id, external_id } = await user()
  await submit({ id, event_name: 'invited-friend', created_at: now - 5 })
  await send(external_id, summary)
  await submit({ id, event_name: 'invited-friend' })
  assert.deepEqual(await summaryOf(id), [['invited-friend', 6, 1_500_000_000, now]])
  await submit({ id, event_name: 'invited-friend', created_at: 1_400_000_000 })
  assert.deepEqual(await summaryOf(id), [['invited-friend', 7, 1_400_000_000, now]])
  for (let again = 0; again < 2; again++) await send(external_id, summary)
  assert.deepEqual(await summaryOf(id), [['invited-friend', 5, 1_500_000_000, 1_600_000_000]])
  assert.equal((await eventsOf(id)).length, 2)
  assert.equal((await told(id)).length, 3)
})

test('a list of summaries is taken, of one name the last', async () => {
  const { id, external_id } = await user()
  const { status } = await send(external_id, [
    { ...summary, event_name: 'b' },
    { ...summary, event_name: 'a' },
    { ...summary, event_name: 'b', count: 9 },
  ])
  assert.equal(status, 200)
  assert.deepEqual(
    (await summaryOf(id)).map(([name, count]: unknown[]) => [name, count]),
    [
      ['a', 5],
      ['b', 9],
    ],
  )
})

test('summaries and events that race lose nothing', async () => {
  const { id, external_id } = await user()
  const names = ['a', 'b', 'c', 'd']
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 4 === 0
        ? send(
            external_id,
            names.map((event_name) => ({ ...summary, event_name, count: 1000 })),
          )
        : submit({ id, event_name: names[n % 4]!, created_at: now + n }),
    ),
  )
  for (const { status } of replies) assert.ok(status < 300)
  for (const [, count] of await summaryOf(id)) assert.ok(count >= 1000 && count <= 1005)
})

test('missing and invalid properties answer 400, and an unknown person 404', async () => {
  const { id, external_id } = await user()
  for (const wrong of [
    undefined,
    null,
    'summary',
    [],
    [null],
    {},
    { ...summary, event_name: undefined },
    { ...summary, event_name: '' },
    { ...summary, count: 0 },
    { ...summary, count: 1.5 },
    { ...summary, count: '5' },
    { ...summary, count: 2 ** 53 },
    { ...summary, first: undefined },
    { ...summary, last: 1_600_000_000_000 },
    { ...summary, first: 1_600_000_001 },
    Array.from({ length: 1001 }, () => summary),
  ])
    assert.equal((await send(external_id, wrong)).status, 400, JSON.stringify(wrong)?.slice(0, 80))
  assert.equal((await client.post('/events/summaries', { event_summaries: summary })).status, 400)
  const foreign = app.client({ token: (await app.createWorkspace()).token })
  for (const reply of [await send('nobody', summary), await send(external_id, summary, foreign)])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
  assert.deepEqual(await summaryOf(id), [])
})
