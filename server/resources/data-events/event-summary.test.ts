import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventScene, pathOf } from './test-scene.ts'

const { client, now, user, lead, submit, list } = await eventScene()

/** As summaries show it. */
const secondsAgo = (ago: number) => new Date((now - ago) * 1000).toISOString().replace('Z', '+00:00')

test('a summary tells of each event by name how often it happened, and when first and last', async () => {
  const { id, external_id, email } = await user()
  const empty = (await list(id, '&summary=true')).body
  assert.deepEqual(empty, {
    type: 'event.summary',
    email,
    intercom_user_id: id,
    user_id: external_id,
    events: [],
    pages: {},
  })
  for (const [event_name, ago] of [
    ['b', 5],
    ['b', 9],
    ['a', 7],
  ] as const)
    await submit({ id, event_name, created_at: now - ago })
  const { body } = await list(id, '&summary=true')
  assert.deepEqual(body.events, [
    {
      name: 'a',
      first: secondsAgo(7),
      last: secondsAgo(7),
      count: 1,
      description: '',
    },
    {
      name: 'b',
      first: secondsAgo(9),
      last: secondsAgo(5),
      count: 2,
      description: '',
    },
  ])
  assert.equal((await list(id, '&summary=false')).body.type, 'event.list')
})

test('a summary of very many names goes on at pages.next', async () => {
  const { id, external_id } = await user()
  const names = Array.from({ length: 1001 }, (_, n) => `did-${String(n).padStart(4, '0')}`)
  const event_summaries = names.map((event_name) => ({ event_name, count: 1, first: 1, last: 2 }))
  for (const part of [event_summaries.slice(0, 1000), event_summaries.slice(1000)])
    await client.post('/events/summaries', { user_id: external_id, event_summaries: part })
  const { body } = await list(id, '&summary=true')
  const { body: rest } = await client.get(pathOf(body.pages.next))
  assert.deepEqual(
    [...body.events, ...rest.events].map(({ name }) => name),
    names,
  )
  assert.deepEqual([rest.events.length, rest.pages], [1, {}])
})

test('a lead without an email is summed up, too', async () => {
  const { id } = await lead()
  await submit({ id })
  const { body } = await list(id, '&summary=true')
  assert.deepEqual([body.email, body.events[0].count], [null, 1])
})
