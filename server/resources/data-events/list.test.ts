import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventScene, pathOf } from './test-scene.ts'

const { app, client, now, user, submit, list, eventsOf, summaryOf } = await eventScene({ own: true })

const DAY = 86_400
/** Page after page, as `pages.next` leads. */
async function walk(id: string, perPage: number, between: () => Promise<unknown> = async () => {}) {
  const found: [string, number][] = []
  let sizes: number[] = []
  for (let path: string | undefined = `/events?type=user&intercom_user_id=${id}&per_page=${perPage}`; path;) {
    const { status, body } = await client.get(path)
    assert.equal(status, 200)
    found.push(...body.events.map((event: any) => [event.event_name, event.created_at]))
    sizes = [...sizes, body.events.length]
    path = body.pages.next && pathOf(body.pages.next)
    await between()
  }
  return { found, sizes }
}

test('events are listed the newest first, whichever identifier names their contact', async () => {
  const { id, external_id, email } = await user()
  for (const days of [3, 1, 2]) await submit({ id, created_at: now - days * DAY })
  const naming = [`intercom_user_id=${id}`, `user_id=${external_id}`, `email=${encodeURIComponent(email)}`]
  for (const named of naming) {
    const { status, body } = await client.get(`/events?type=user&${named}`)
    assert.equal(status, 200)
    assert.equal(body.type, 'event.list')
    assert.deepEqual(
      body.events.map((event: any) => (now - event.created_at) / DAY),
      [1, 2, 3],
    )
    assert.equal('next' in body.pages, false)
  }
})

test('a walk by pages.next comes by every event once, those of one second too, while others come in', async () => {
  const { id } = await user()
  const all: [string, number][] = []
  for (let n = 0; n < 23; n++) all.push([`did-${String(n % 8).padStart(2, '0')}`, now - 40 * DAY * Math.floor(n / 8)])
  await Promise.all(all.map(([event_name, created_at]) => submit({ id, event_name, created_at })))
  let come = 0
  const { found, sizes } = await walk(id, 3, () => submit({ id, event_name: `came-${++come}`, created_at: now + come }))
  assert.deepEqual(
    found,
    all.toSorted(([a, at], [b, bt]) => bt - at || (a < b ? 1 : -1)),
  )
  assert.deepEqual(sizes, [3, 3, 3, 3, 3, 3, 3, 2])
})

test('names of any letters lead to the next page', async () => {
  const { id } = await user()
  const names = ['é'.repeat(255), '😀'.repeat(255), 'a&b=c?d#e', '"\\'.repeat(100)]
  for (const event_name of names) assert.equal((await submit({ id, event_name })).status, 202)
  const { found } = await walk(id, 1)
  assert.deepEqual(new Set(found.map(([name]) => name)), new Set(names))
})

test('before and since cut by milliseconds, and pages.since leads to what comes later', async () => {
  const { id } = await user()
  for (const ago of [30, 20, 10]) await submit({ id, created_at: now - ago })
  const ago = async (query: string) => (await list(id, query)).body.events.map((event: any) => now - event.created_at)
  assert.deepEqual(await ago(`&before=${(now - 10) * 1000}`), [20, 30])
  assert.deepEqual(await ago(`&before=${(now - 10) * 1000 + 1}`), [10, 20, 30])
  assert.deepEqual(await ago(`&since=${(now - 20) * 1000}`), [10, 20])
  assert.deepEqual(await ago(`&since=${(now - 20) * 1000 + 1}`), [10])
  const { since } = (await list(id, '&per_page=1&before=1')).body.pages
  assert.equal(since, undefined)
  const later = (await list(id, '&per_page=2')).body.pages.since
  await submit({ id, event_name: 'came-late', created_at: now - 10 })
  await submit({ id, created_at: now })
  const { body } = await client.get(pathOf(later))
  assert.deepEqual(
    body.events.map((event: any) => [event.event_name, now - event.created_at]),
    [
      ['placed-order', 0],
      ['placed-order', 10],
    ],
  )
  const { events } = (await client.get(pathOf(body.pages.next))).body
  assert.deepEqual([events.length, events[0].event_name], [1, 'came-late'])
})

test('only events of the last 90 days are listed; summaries count them all', async () => {
  const { id } = await user()
  for (const created_at of [now - 89 * DAY, now - 90 * DAY, now - 90 * DAY - 1, now - 400 * DAY])
    await submit({ id, created_at })
  assert.deepEqual(
    (await eventsOf(id)).map(([, time]: number[]) => (now - time!) / DAY),
    [89, 90],
  )
  assert.equal((await list(id, '&since=0')).body.events.length, 2)
  assert.deepEqual(await summaryOf(id), [['placed-order', 4, now - 400 * DAY, now - 89 * DAY]])
})

test('invalid queries answer with the errors of the API', async () => {
  const { id, external_id, email } = await user()
  const { status, body } = await client.get(`/events?type=lead&intercom_user_id=${id}`)
  assert.deepEqual([status, body.errors[0].message], [422, 'unsupported type [lead]'])
  const wrong: [string, number, string][] = [
    [`?intercom_user_id=${id}`, 400, 'parameter_not_found'],
    ['?type=user', 400, 'parameter_not_found'],
    [`?type=user&user_id=${external_id}&email=${email}`, 400, 'parameter_invalid'],
    [`?type=user&user_id=${external_id}&intercom_user_id=${id}`, 400, 'parameter_invalid'],
    [`?type=user&intercom_user_id=${id}&per_page=0`, 400, 'parameter_invalid'],
    [`?type=user&intercom_user_id=${id}&summary=maybe`, 400, 'parameter_invalid'],
    [`?type=user&intercom_user_id=${id}&before=soon`, 400, 'parameter_invalid'],
    [`?type=user&intercom_user_id=${id}&before=1e300`, 400, 'parameter_invalid'],
    [`?type=user&intercom_user_id=${id}&starting_after=WzFd`, 400, 'client_error'],
    [`?type=user&intercom_user_id=${id}&starting_after=WzFlMTUsImEiXQ==`, 400, 'client_error'],
    [`?type=user&intercom_user_id=${id}&starting_after=${btoa('[1,2]')}`, 400, 'client_error'],
    [`?type=user&intercom_user_id=${id}&summary=true&starting_after=${btoa('[1]')}`, 400, 'client_error'],
    ['?type=user&intercom_user_id=0', 404, 'not_found'],
    ['?type=user&user_id=nobody', 404, 'not_found'],
    ['?type=user&email=nobody@example.com', 404, 'not_found'],
  ]
  for (const [query, expected, code] of wrong) {
    const reply = await client.get(`/events${query}`)
    assert.deepEqual([reply.status, reply.body.errors?.[0].code], [expected, code], query)
  }
  for (const per_page of [150, 151, 100_000]) assert.equal((await list(id, `&per_page=${per_page}`)).status, 200)
})

test("another workspace's contacts, of the same names, have events of their own", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const mine = await user({ external_id: 'shared', email: 'shared@example.com' })
  const other = (await theirs.post('/contacts', { external_id: 'shared', email: 'shared@example.com' })).body
  await submit({ user_id: 'shared', event_name: 'mine' })
  await submit({ email: 'shared@example.com', event_name: 'theirs' }, theirs)
  assert.deepEqual(await eventsOf(mine.id), [['mine', now]])
  const { body } = await theirs.get('/events?type=user&user_id=shared&summary=true')
  assert.deepEqual(
    body.events.map((item: any) => item.name),
    ['theirs'],
  )
  assert.equal((await theirs.get(`/events?type=user&intercom_user_id=${mine.id}`)).status, 404)
  assert.equal((await list(other.id)).status, 404)
})
