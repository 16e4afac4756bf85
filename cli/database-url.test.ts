/** Databases that a start is pointed at and cannot use, and one behind a socket that it can. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { cloneDatabase, testServer, withDatabase } from '../server/test/database.ts'
import { atFileEnd } from '../server/test/endings.ts'
import { scratchFolder } from '../server/test/scratch-folder.ts'
import { refusal, runHere, urlOf } from './test-server.ts'

const RUN = join(import.meta.dirname, 'run.mjs')
const folder = scratchFolder()
atFileEnd(() => rmSync(folder, { recursive: true }))

const variables = (url: string) => ({
  DATABASE_URL: url,
  PORT: '0',
  PARLEY_DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'warn',
})

const environment = (url: string): NodeJS.ProcessEnv => ({ ...process.env, ...variables(url) })

async function port(accept: (socket: Socket) => void) {
  const server = createServer(accept).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `postgres://parley@127.0.0.1:${(server.address() as AddressInfo).port}/parley` }
}

const LINE = /^DATABASE_URL \(127\.0\.0\.1:\d+\/parley\): .+$/

test('a port that accepts and closes ends the start with one line in ten seconds', async () => {
  const { server, url } = await port((socket) => socket.destroy())
  const began = performance.now()
  assert.match(await refusal(variables(url)), LINE)
  server.close()
  assert.ok(performance.now() - began < 10_000)
})

test('a port that accepts and says nothing ends the start with one line in ten seconds', async () => {
  const { server, url } = await port(() => {})
  const env = environment(url)
  const child = spawn(process.execPath, [RUN, 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(server, 'connection')
  const began = performance.now()
  const [code] = await once(child, 'exit')
  server.close()
  assert.equal(code, 1)
  assert.ok(performance.now() - began < 10_000)
  assert.match(said, /^parley: .+\n$/)
  assert.match(said.slice('parley: '.length, -1), LINE)
})

test('the first signal ends a start that waits for its database', async () => {
  const { server, url } = await port(() => {})
  const child = spawn(process.execPath, [RUN, 'start'], { env: environment(url), stdio: ['ignore', 'pipe', 'pipe'] })
  await once(server, 'connection')
  await sleep(200)
  const asked = performance.now()
  child.kill('SIGTERM')
  await once(child, 'exit')
  server.close()
  assert.ok(performance.now() - asked < 7000)
})

test('a database of another encoding, and one that takes no writes, are refused', async () => {
  const { db, address } = await testServer()
  await db.unsafe(`create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0`)
  await db.unsafe(`create database standing template template0`)
  await db.unsafe(`alter database standing set default_transaction_read_only = on`)
  const [latin, standing] = ['latin', 'standing'].map((name) => refusal(variables(urlOf(withDatabase(address, name)))))
  assert.match(await latin!, /^DATABASE_URL \(.+\): its encoding is LATIN1, .+UTF8/)
  assert.match(await standing!, /^DATABASE_URL \(.+\): it takes no writes/)
  for (const name of ['latin', 'standing']) await db.unsafe(`drop database ${name}`)
})

test('a database behind a socket is reached by its folder', async () => {
  const { address, drop } = await cloneDatabase()
  const said = await runHere(['migrate'], variables(urlOf(address)))
  assert.equal(said, 'Nothing to do: the schema is the newest.')
  await drop()
})
