/** Receivers that take connections and never answer, under the worker as the server starts it. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { systemClock as clock } from '../clock.ts'
import { createBell } from '../events/bell.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { testSecrets as secrets } from '../test/app.ts'
import { cloneDatabase } from '../test/database.ts'
import { atFileEnd } from '../test/endings.ts'
import { startJobs } from '../worker.ts'
import { startReceiver } from '../outgoing/test-receiver.ts'

const log = pino({ level: 'silent' })

/**
 * @param sockets gets its connections
 * @returns its address, and how many connections it has at the most
 */
async function silentServer(sockets: Set<Socket>) {
  const open = new Set<Socket>()
  const peak = { connections: 0 }
  const server = createServer((socket) => {
    open.add(socket)
    sockets.add(socket)
    peak.connections = Math.max(peak.connections, open.size)
    socket.on('error', () => {}).on('close', () => open.delete(socket))
    socket.resume()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  atFileEnd(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, peak }
}

async function scene() {
  const { db, address, drop } = await cloneDatabase()
  const sockets = new Set<Socket>()
  const bell = createBell()
  const app = await buildApp({ db, clock, log, config: { limits: 'off', reach: 'private' }, secrets, bell })
  const jobs = await startJobs({ address, db, clock, log, alone: true, secrets, reach: 'private', bell })
  return {
    silent: () => silentServer(sockets),
    async client() {
      const owner = { name: 'Workspace', ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
      const { id, ownerId } = await createWorkspace(db, owner)
      const { token } = await createToken(db, id, { adminId: ownerId, name: 't', settings: true, now: clock.now() })
      return async (path: string, payload: object) => {
        const headers = { authorization: `Bearer ${token}`, 'intercom-version': 'Preview' }
        const reply = await app.inject({ method: 'POST', url: path, headers, payload })
        assert.equal(reply.statusCode, 200, reply.payload)
        return reply.json()
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await Promise.all([jobs.stop(), app.close()])
      await drop()
    },
  }
}

type Post = Awaited<ReturnType<Awaited<ReturnType<typeof scene>>['client']>>

const listen = (post: Post, url: string) =>
  post('/parley/webhooks', { url, topics: ['contact.user.created'], api_version: 'Preview' })

let number = 0
const happen = (post: Post) => post('/contacts', { external_id: `contact-${++number}` })

/** @returns the duration of each of some notifications, in ms */
async function delaysOf(post: Post, path: string, at: (path: string) => unknown[], times: number): Promise<number[]> {
  const delays: number[] = []
  const before = at(path).length
  for (let time = 1; time <= times; time++) {
    const began = performance.now()
    await happen(post)
    while (at(path).length < before + time && performance.now() - began < 10_000) await sleep(5)
    delays.push(Math.round(performance.now() - began))
    await sleep(200) // beyond the receivers' five seconds, when all are tried anew
  }
  return delays
}

// Side by side, each with a server of its own: they wait for seconds.
suite('silent receivers', { concurrency: true }, () => {
  for (const [title, silentWorkspaces, oneAddress] of [
    ['20 silent webhooks of one workspace, at 20 addresses', 1, false],
    ['silent webhooks of six workspaces, at one address', 6, true],
    ['silent webhooks of six workspaces, at many addresses', 6, false],
  ] as const)
    test(`${title}, delay no neighbour`, { timeout: 90_000 }, async () => {
      await using server = await scene()
      const receiver = await startReceiver()
      const neighbour = await server.client()
      await listen(neighbour, receiver.url('/neighbour'))
      await happen(neighbour)
      while (receiver.at('/neighbour').length === 0) await sleep(5)
      const shared = await server.silent()
      const all = [shared]
      for (let workspace = 0; workspace < silentWorkspaces; workspace++) {
        const post = await server.client()
        for (let hook = 0; hook < 20 / Math.min(silentWorkspaces, 2); hook++) {
          const target = oneAddress ? shared : await server.silent()
          all.push(target)
          await listen(post, target.url)
        }
        for (let time = 0; time < 5; time++) await happen(post)
      }
      while (all.every(({ peak }) => peak.connections === 0)) await sleep(5)
      const delays = await delaysOf(neighbour, '/neighbour', receiver.at, 24)
      assert.ok(Math.max(...delays) < 4000, `${delays} ms`)
      // A share is used, and no more than that.
      const most = Math.max(...all.map(({ peak }) => peak.connections))
      assert.ok(most > 1 && most <= (oneAddress ? 8 : 4), `${most} at once`)
    })

  test('50 silent addresses of attachments of one workspace delay no neighbour', { timeout: 90_000 }, async () => {
    await using server = await scene()
    const receiver = await startReceiver()
    const neighbour = await server.client()
    await listen(neighbour, receiver.url('/beside-attachments'))
    const all = await Promise.all(Array.from({ length: 50 }, server.silent))
    const post = await server.client()
    const { id } = await post('/contacts', { external_id: 'sender' })
    for (let at = 0; at < all.length; at += 10)
      await post('/conversations', {
        from: { type: 'user', id },
        body: 'Look',
        attachment_urls: all.slice(at, at + 10).map(({ url }) => url),
      })
    while (all.every(({ peak }) => peak.connections === 0)) await sleep(5)
    const delays = await delaysOf(neighbour, '/beside-attachments', receiver.at, 8)
    assert.ok(Math.max(...delays) < 4000, `${delays} ms`)
    const reached = all.filter(({ peak }) => peak.connections > 0).length
    assert.ok(reached > 1 && reached <= 8, `${reached} at once`)
  })
})
