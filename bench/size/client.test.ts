import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, test } from 'node:test'
import { atFileEnd } from '../../server/test/endings.ts'
import { openClient, type Client } from './client.ts'

const closing: (() => void)[] = []

async function clientOf(listener: RequestListener): Promise<Client> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = openClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'secret')
  closing.push(() => {
    client.close()
    server.close()
  })
  return client
}

describe('the client of the size benchmark', () => {
  atFileEnd(() => closing.forEach((close) => close()))

  test('sends what a request says, and reads an answer that comes in pieces', async () => {
    const text = 'ü'.repeat(100_000)
    const client = await clientOf((request, response) => {
      const { authorization, 'intercom-version': version } = request.headers
      const head = `${request.method} ${request.url} ${authorization} ${version} `
      let body = ''
      request.on('data', (piece) => (body += piece))
      request.on('end', async () => {
        const answer = Buffer.from(head + body + text)
        response.writeHead(200, { 'content-length': answer.length })
        response.write(answer.subarray(0, 70_000))
        await sleep(20)
        response.end(answer.subarray(70_000))
      })
    })
    const request = { method: 'POST', path: '/a?b=c', body: { name: 'é' }, version: '2.11' } as const
    const answer = await client.send(request, { readsText: true })
    assert.equal(answer.text, `POST /a?b=c Bearer secret 2.11 {"name":"é"}${text}`)
    assert.ok(answer.took >= 15)
    assert.equal((await client.send(request)).text, '', 'a text that nobody asked for')
  })

  test('keeps its connections, and asks over as many as there are requests', async () => {
    const ports = new Set<number>()
    const client = await clientOf(async ({ url, socket }, response) => {
      ports.add(socket.remotePort!)
      await sleep(5)
      response.setHeader('content-length', url!.length)
      response.end(url)
    })
    for (let round = 0; round < 3; round++) {
      const paths = ['/1', '/22', '/333']
      const asked = paths.map((path) => client.send({ method: 'GET', path }, { readsText: true }))
      assert.deepEqual(
        (await Promise.all(asked)).map(({ text }) => text),
        paths,
      )
    }
    assert.equal(ports.size, 3)
  })

  test('goes on where the server ended a connection that was idle', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'content-length': 0, connection: 'close' }).end()
    })
    for (let n = 0; n < 3; n++) {
      assert.equal((await client.send({ method: 'GET', path: '/' })).status, 200)
      await sleep(20)
    }
  })

  test('tells what went wrong', async () => {
    const client = await clientOf((request, response) => {
      if (request.url === '/gone') return request.socket.destroy()
      if (request.url === '/pieces') return response.write('a') && response.end('b')
      response.writeHead(404, { 'content-length': 4 }).end('none')
    })
    const get = (path: string) => client.send({ method: 'GET', path })
    const { status, text } = await get('/')
    assert.deepEqual({ status, text }, { status: 404, text: 'none' })
    await assert.rejects(get('/gone'), /the server ended the connection/)
    await assert.rejects(get('/pieces'), /without a status or a length/)
  })
})
