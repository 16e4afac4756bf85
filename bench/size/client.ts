/** Sends requests over connections that are kept, and says how long each answer took to the last byte. */
import { Agent, request as open } from 'node:http'
import type { Request } from './shapes/shape.ts'

export interface Answer {
  status: number
  body: Buffer
  /** Milliseconds. */
  took: number
}

export interface Client {
  send(request: Request): Promise<Answer>
  close(): void
}

export function openClient(url: string, token: string): Client {
  const agent = new Agent({ keepAlive: true })
  return {
    send: ({ method, path, body, version }) =>
      new Promise((resolve, reject) => {
        const payload = body && JSON.stringify(body)
        const headers = {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(version && { 'intercom-version': version }),
          ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        }
        const started = performance.now()
        const sent = open(url + path, { method, headers, agent }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const took = performance.now() - started
            resolve({ status: response.statusCode!, body: Buffer.concat(chunks), took })
          })
        })
        sent.on('error', reject)
        sent.end(payload)
      }),
    close: () => agent.destroy(),
  }
}
