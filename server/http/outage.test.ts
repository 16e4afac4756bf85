/** The database away, under a server that goes on. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { systemClock as clock } from '../clock.ts'
import { openPool } from '../db/pool.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { cloneDatabase } from '../test/database.ts'
import { startProxy } from '../test/proxy.ts'

const log = pino({ level: 'silent' })

async function serverBehindProxy() {
  const { db, address, drop } = await cloneDatabase()
  const proxy = await startProxy(address)
  const pool = openPool(proxy.address, { statementMs: 500, patienceMs: 500, name: 'server' })
  const app = await buildApp({ db: pool, clock, log, config: { limits: 'off' } })
  const owner = { name: 'Workspace', ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
  const { id, ownerId } = await createWorkspace(db, owner)
  const { token } = await createToken(db, id, { adminId: ownerId, name: 'test', now: clock.now() })
  const headers = { authorization: `Bearer ${token}` }
  return {
    db,
    proxy,
    send: (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, more: object = headers) =>
      app.inject({ method, url, headers: { ...more }, ...(payload && { payload }) }),
    async [Symbol.asyncDispose]() {
      await app.close()
      await pool.end({ timeout: 0 })
      proxy.stop()
      await drop()
    },
  }
}

test('while the database is away everything is 503 in the form of the API, and afterwards it is as before', async () => {
  await using scene = await serverBehindProxy()
  const { send, proxy } = scene
  const made = (await send('POST', '/contacts', { role: 'user', external_id: 'one' })).json()
  proxy.refuse()
  const unknown = { authorization: 'Bearer never-seen' }
  for (const reply of [
    await send('GET', `/contacts/${made.id}`),
    await send('POST', '/contacts', { role: 'user', external_id: 'two' }),
    await send('PUT', `/contacts/${made.id}`, { name: 'Ann' }),
    await send('GET', '/me', undefined, unknown),
  ]) {
    assert.equal(reply.statusCode, 503)
    assert.equal(reply.headers['retry-after'], '1')
    const { type, errors, request_id } = reply.json()
    assert.deepEqual(
      [type, errors[0].code, request_id],
      ['error.list', 'service_unavailable', reply.headers['x-request-id']],
    )
  }
  assert.equal((await send('GET', '/healthz')).statusCode, 200)
  const unready = await send('GET', '/readyz')
  assert.deepEqual([unready.statusCode, unready.headers['retry-after']], [503, '1'])
  proxy.accept()
  await until(async () => (await send('GET', '/readyz')).statusCode === 200)
  assert.equal((await send('GET', `/contacts/${made.id}`)).json().external_id, 'one')
  assert.equal((await send('GET', '/me', undefined, unknown)).statusCode, 401)
  assert.equal((await send('POST', '/contacts', { role: 'user', external_id: 'two' })).statusCode, 200)
})

test('a read whose connection is lost is answered all the same, by another', async () => {
  await using scene = await serverBehindProxy()
  const { send, db } = scene
  const { id } = (await send('POST', '/contacts', { role: 'user', external_id: 'one' })).json()
  for (let time = 0; time < 20; time++) {
    const reading = Promise.all(Array.from({ length: 5 }, () => send('GET', `/contacts/${id}`)))
    await db`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'server'`
    for (const { statusCode } of await reading) assert.equal(statusCode, 200)
  }
})

test('a connection that falls silent keeps no request for long', async () => {
  await using scene = await serverBehindProxy()
  const { send, proxy } = scene
  const { id } = (await send('POST', '/contacts', { role: 'user', external_id: 'one' })).json()
  assert.equal((await send('PUT', `/contacts/${id}`, { name: 'Ada' })).statusCode, 200)
  proxy.break('stall')
  const began = performance.now()
  assert.equal((await send('PUT', `/contacts/${id}`, { name: 'Ann' })).statusCode, 503)
  assert.ok(performance.now() - began < 5000)
  await until(async () => (await send('GET', `/contacts/${id}`)).statusCode === 200)
})

test('a connection too many is 503 and a line in the log', async () => {
  const { db, address, drop } = await cloneDatabase()
  const role = `few_${randomBytes(4).toString('hex')}`
  await db.unsafe(
    `create role ${role} login connection limit 1 password 'few'; grant all on all tables in schema public to ${role}`,
  )
  const lines: any[] = []
  const told = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const few = 'url' in address ? { url: withUser(address.url, role) } : { ...address, user: role }
  const pool = openPool(few, { statementMs: 500, patienceMs: 500, log: told })
  // It listens, with the one connection that there is.
  const app = await buildApp({ db: pool, clock, log: told, config: { limits: 'off' } })
  const reply = await app.inject({ url: '/me', headers: { authorization: 'Bearer any' } })
  assert.deepEqual([reply.statusCode, reply.headers['retry-after']], [503, '1'])
  assert.equal(reply.json().errors[0].code, 'service_unavailable')
  const line = lines.find(({ msg }) => msg === 'no connection to the database can be opened')
  assert.match(line.reason, /too many connections/)
  await app.close()
  await pool.end({ timeout: 0 })
  await db.unsafe(`drop owned by ${role}; drop role ${role}`)
  await drop()
})

const withUser = (url: string, username: string) => Object.assign(new URL(url), { username, password: 'few' }).href

test('a database whose schema is another is not ready', async () => {
  await using scene = await serverBehindProxy()
  assert.deepEqual((await scene.send('GET', '/readyz')).json(), { status: 'ok' })
  await scene.db`delete from migrations where name = (select max(name) from migrations)`
  const { statusCode, body } = await scene.send('GET', '/readyz')
  assert.equal(statusCode, 503)
  assert.match(body, /schema/)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await holds());) assert.ok(Date.now() < end, 'it does not come to that')
}
