/** A server that asks for tokens, one that gives them out, and connectors that carry them from one to the other. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { testApp } from '../../test/app.ts'
import { atFileEnd } from '../../test/endings.ts'

export const TEXT = { name: 'Orders', token_value: 'hush-hush', request_header_key: 'X-Api-Key', token_prefix: 'Key' }

const file = (name: string) => readFileSync(new URL(`../../test/proxy/${name}`, import.meta.url))

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  atFileEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** The server of tokens signs its own certificate. */
function trustItsCertificate(): void {
  const trusted = getCACertificates('default')
  setDefaultCACertificates([...trusted, file('certificate.pem').toString()])
  atFileEnd(() => setDefaultCACertificates(trusted))
}

export async function tokenScene() {
  trustItsCertificate()
  const app = await testApp()
  const client = app.client({ version: 'Preview' })

  const received: IncomingHttpHeaders[] = []
  /** Tokens that the connector's server takes; every one where there are none. */
  const taken = new Set<string>()
  const answering: RequestListener = (request, response) => {
    received.push(request.headers)
    const { authorization = '' } = request.headers
    if (request.url === '/away') response.writeHead(302, { location: `http://localhost:${port}/` })
    else if (taken.size > 0 && !taken.has(authorization)) response.writeHead(401)
    response.end(JSON.stringify({ heard: request.headers }))
  }
  const port = await listen(createServer(answering))
  const url = `http://127.0.0.1:${port}/`

  const asked: { url: string; type: unknown; body: string }[] = []
  /** The next answers of the server of tokens. */
  const giving: {
    expires: number | undefined
    refusal?: { status: number; body: string } | undefined
    token?: string | undefined
  } = { expires: 3600 }
  const tokenPort = await listen(
    createSecureServer({ cert: file('certificate.pem'), key: file('key.pem') }, async (request, response) => {
      asked.push({ url: request.url!, type: request.headers['content-type'], body: await text(request) })
      const { expires, refusal, token = `granted-${asked.length}` } = giving
      if (refusal) return response.writeHead(refusal.status, { location: url }).end(refusal.body)
      response.end(JSON.stringify({ access_token: token, token_type: 'bearer', expires_in: expires }))
    }),
  )
  const OAUTH = { token_url: `https://127.0.0.1:${tokenPort}/token`, client_id: 'depot', client_secret: 'hush-secret' }

  const post = async (path: string, body: object) => {
    const reply = await client.post(path, body)
    assert.equal(reply.status, 201, reply.text)
    return reply.body
  }
  return {
    app,
    client,
    received,
    taken,
    url,
    asked,
    giving,
    stored: async (more: object = {}): Promise<string> => (await post('/auth_tokens', { ...TEXT, ...more })).id,
    granted: async (more: object = {}): Promise<string> =>
      (await post('/auth_tokens', { name: 'Depot', token_type: 'oauth', oauth: { ...OAUTH, ...more } })).id,
    connect: async (token_ids: string[], more: object = {}): Promise<string> =>
      (await post('/data_connectors', { name: 'Orders', url, token_ids, ...more })).id,
    run: async (id: string) => {
      const reply = await client.post(`/parley/data_connectors/${id}/run`, {})
      assert.equal(reply.status, 200, reply.text)
      return reply
    },
  }
}

/** The status and the message of a refusal. */
export const wrong = ({ status, body }: { status: number; body: any }) => [status, body.errors[0].message]
