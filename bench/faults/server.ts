/** A server process as an operator starts it, and requests to it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

export interface Server {
  child: ChildProcess
  url: string
  /** Standard error so far. */
  complaints(): string
  stop(): Promise<void>
}

const RUN = join(import.meta.dirname, '../../cli/run.mjs')

export async function startServer(env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, [RUN, 'start'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'fatal', PARLEY_PRIVATE_URLS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += chunk
    if (said.includes('Ctrl-C stops it.')) break
  }
  const url = /Address +(\S+)/.exec(said)?.[1]
  if (url === undefined) throw new Error(`the server did not start: ${complaints || said}`)
  child.stdout.resume()
  return {
    child,
    url,
    complaints: () => complaints,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: any
  ms: number
}

export interface Asked {
  method: string
  path: string
  token: string
  body?: object
  version?: string
}

/** @throws where there is no answer in so many ms */
export function ask(
  agent: Agent,
  url: string,
  { method, path, token, body, version }: Asked,
  ms = 20_000,
): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(version && { 'intercom-version': version }),
    }
    const sent = request(url + path, { agent, method, headers, timeout: ms }, async (reply) => {
      try {
        let text = ''
        for await (const chunk of reply.setEncoding('utf8')) text += chunk
        const parsed = text === '' ? undefined : JSON.parse(text)
        resolve({ status: reply.statusCode!, headers: reply.headers, body: parsed, ms: performance.now() - began })
      } catch (error) {
        reject(error)
      }
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}
