import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { atFileEnd } from '../../test/endings.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const received: Record<string, unknown>[] = []
const server = createServer((request, response) => {
  received.push(request.headers)
  response.end('{}')
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
atFileEnd(() => {
  server.closeAllConnections()
  server.close()
})
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

const HEADERS = [
  { name: 'X-Key', value: 'first secret' },
  { name: 'X-Other', value: 'second secret' },
]
const create = async (headers = HEADERS) =>
  (await client.post('/data_connectors', { name: 'Orders', url, headers })).body
const sent = async (id: string) => {
  await client.post(`/parley/data_connectors/${id}/run`, { state_version: 'draft' })
  const { 'x-key': key, 'x-other': other, 'x-new': added } = received.at(-1)!
  return [key, other, added]
}

test('a connector that is written back as it was read keeps the values of its headers', async () => {
  const { id, headers } = await create()
  const back = await client.patch(`/data_connectors/${id}`, { name: 'Parcels', headers })
  assert.deepEqual([back.status, back.body.headers], [200, headers])
  assert.deepEqual(await sent(id), ['first secret', 'second secret', undefined])
})

test('headers that are hidden keep their values beside new ones, in any order', async () => {
  const { id } = await create()
  const changed = [
    { name: 'x-other', value: '****' },
    { name: 'X-New', value: 'third' },
  ]
  assert.equal((await client.patch(`/data_connectors/${id}`, { headers: changed })).status, 200)
  assert.deepEqual(await sent(id), [undefined, 'second secret', 'third'])
})

const value = (text: string) => ({ name: 'X-Key', value: text })

test('a hidden value is the one in its place among headers of one name, beside one that is given', async () => {
  for (const [given, expected] of [
    [[value('new'), value('****')], 'second'],
    [[value('****'), { ...value('new'), name: 'x-key' }], 'new'],
    [[value('****'), value('****')], 'second'],
  ] as const) {
    const { id } = await create([value('first'), value('second')])
    assert.equal((await client.patch(`/data_connectors/${id}`, { headers: given })).status, 200)
    assert.deepEqual(await sent(id), [expected, undefined, undefined])
  }
})

test('a hidden value that is not there is refused, and nothing changes', async () => {
  const { id } = await create()
  const unknown = { headers: [{ name: 'X-Unknown', value: '****' }] }
  for (const refused of [
    await client.patch(`/data_connectors/${id}`, unknown),
    await client.post('/data_connectors', { name: 'Copy', ...unknown }),
  ])
    assert.deepEqual(
      [refused.status, refused.body.errors[0].message],
      [422, 'The value of the header X-Unknown is not known: give it again'],
    )
  assert.deepEqual(await sent(id), ['first secret', 'second secret', undefined])
})

const AMBIGUOUS = 'The header X-Key has one value in the draft and another in the live version: give it again'

test('a hidden value of which the draft and the live version have one each is refused until it is given', async () => {
  const { id } = await create()
  const path = `/data_connectors/${id}`
  await client.patch(path, { state: 'live' })
  const [key, other] = HEADERS
  await client.patch(path, { headers: [{ ...key, value: 'another secret' }, other] })
  for (const state_version of ['live', 'draft']) {
    const { headers } = (await client.get(`${path}?state_version=${state_version}`)).body
    const refused = await client.patch(path, { headers, state: 'live' })
    assert.deepEqual([refused.status, refused.body.errors[0].message], [422, AMBIGUOUS])
  }
  const given = [
    { ...key, value: 'another secret' },
    { ...other, value: '****' },
  ]
  assert.equal((await client.patch(path, { headers: given })).status, 200)
  assert.deepEqual(await sent(id), ['another secret', 'second secret', undefined])
  await client.patch(path, { state: 'live' })
  const { headers } = (await client.get(path)).body
  assert.equal((await client.patch(path, { headers })).status, 200)
  assert.deepEqual(await sent(id), ['another secret', 'second secret', undefined])
})

test('a hidden value of a header that the draft has lost is the one that GET shows, of the live version', async () => {
  const { id } = await create()
  const path = `/data_connectors/${id}`
  await client.patch(path, { state: 'live' })
  await client.patch(path, { headers: [{ name: 'X-New', value: 'third' }] })
  const { headers } = (await client.get(path)).body
  const all = [...headers, { name: 'X-New', value: '****' }]
  assert.equal((await client.patch(path, { headers: all })).status, 200)
  assert.deepEqual(await sent(id), ['first secret', 'second secret', 'third'])
})
