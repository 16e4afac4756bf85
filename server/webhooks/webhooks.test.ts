/** The whole way, as the server goes it: a write, the outbox, the worker, the receiver. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { systemClock as clock } from '../clock.ts'
import { createBell } from '../events/bell.ts'
import { startJobs } from '../worker.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { createSecrets } from '../secrets.ts'
import { cloneDatabase } from '../test/database.ts'
import { until } from '../test/until.ts'
import { signed, startReceiver } from '../outgoing/test-receiver.ts'

test('a write is told, signed, and the log has no secret', async (t) => {
  const { db, address, drop } = await cloneDatabase()
  const receiver = await startReceiver()
  const lines: string[] = []
  const log = pino(
    { level: 'trace' },
    new PassThrough().on('data', (line) => lines.push(String(line))),
  )
  const secrets = createSecrets(randomBytes(32))
  const bell = createBell()
  const app = await buildApp({ db, clock, log, config: { limits: 'off', reach: 'private' }, secrets, bell })
  const jobs = await startJobs({ address, db, clock, log, alone: true, secrets, reach: 'private', bell })
  t.after(async () => {
    await jobs.stop()
    await app.close()
    await drop()
  })
  const owner = { name: 'Workspace', ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
  const { id, ownerId } = await createWorkspace(db, owner)
  const { token } = await createToken(db, id, { adminId: ownerId, name: 'test', settings: true, now: clock.now() })
  const headers = { authorization: `Bearer ${token}` }
  const post = async (url: string, payload: object) =>
    (await app.inject({ method: 'POST', url, headers, payload })).json()

  const url = receiver.url('/hook?key=in-the-address')
  const { secret } = await post('/parley/webhooks', { url, topics: ['contact.user.created', 'contact.user.updated'] })
  receiver.answer('/hook?key=in-the-address', 500)
  for (const external_id of ['one', 'two']) await post('/contacts', { external_id })
  await until(() => receiver.at('/hook?key=in-the-address').length >= 2, 'nobody was told')
  const told = receiver.at('/hook?key=in-the-address')
  for (const { raw, headers } of told) assert.equal(headers['x-hub-signature'], signed(raw, secret))
  assert.deepEqual(told.map(({ body }) => body.data.item.external_id).toSorted(), ['one', 'two'])
  const text = lines.join('')
  assert.ok(text.length > 0)
  for (const word of [secret, 'in-the-address', token]) assert.ok(!text.includes(word), word)
})
