/** Servers that are killed: each in a process group of its own, with its own database. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const TOKEN = 'c3Vydml2ZQ'
const RUN = join(import.meta.dirname, '../../cli/run.mjs')

export interface DataFolder {
  dataDir: string
  remove(): void
}

/** A data folder for the embedded database. */
export function makeFolder(): DataFolder {
  const folder = mkdtempSync(join(tmpdir(), 'parley-survive-'))
  chmodSync(folder, 0o755) // where root runs this, the database's user has to get through
  return { dataDir: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Started {
  child: ChildProcess
  url: string
}

export async function startServer(dataDir: string): Promise<Started> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [RUN, 'start'], {
    env: { ...env, PORT: '0', PARLEY_DATA_DIR: dataDir, PARLEY_ACCESS_TOKEN: TOKEN, LOG_LEVEL: 'fatal' },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += chunk
    if (said.includes('Ctrl-C stops it.')) break
  }
  const url = /Address +(\S+)/.exec(said)?.[1]
  if (url === undefined) throw new Error(`the server did not start: ${said}`)
  child.stdout.resume()
  return { child, url }
}

/** Kills with SIGKILL. Without the database the server ends by itself. */
export async function kill(child: ChildProcess, what: 'server' | 'postmaster', dataDir: string): Promise<void> {
  const ended = once(child, 'exit')
  const postmaster = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(what === 'server' ? -child.pid! : postmaster(), 'SIGKILL')
  await ended
}

export async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

export function send(agent: Agent, url: string, method: string, path: string, body?: object) {
  return new Promise<{ status: number; body: any }>((resolve, reject) => {
    const headers = { authorization: `Bearer ${TOKEN}`, ...(body && { 'content-type': 'application/json' }) }
    const sent = request(url + path, { agent, method, headers }, async (reply) => {
      try {
        let text = ''
        for await (const chunk of reply.setEncoding('utf8')) text += chunk
        resolve({ status: reply.statusCode!, body: text === '' ? undefined : JSON.parse(text) })
      } catch (error) {
        reject(error)
      }
    })
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}
