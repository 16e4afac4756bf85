/** The command line as people run it, in tests: a program of its own for each command, and a server to work beside. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mock } from 'node:test'
import { CommanderError, type Command } from 'commander'
import { loadConfig } from '../server/config.ts'
import type { DatabaseAddress } from '../server/db/pool.ts'
import { createLog } from '../server/log.ts'
import { start } from '../server/main.ts'
import { createProgram } from './program.ts'

const RUN = join(import.meta.dirname, 'run.mjs')

type Variables = Record<string, string>

/** No setting of whoever runs the tests. */
const bare = (): NodeJS.ProcessEnv => {
  const own = /^(PORT|HOST|DATABASE_URL|SMTP_URL|LOG_LEVEL|PARLEY_.*)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
}

/** Runs a command to its end. */
export function run(args: string[], variables: Variables) {
  const env = { ...bare(), ...variables }
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, ...args], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

/**
 * Runs a command in this process: a program of its own takes half a second.
 * @returns the lines that it printed
 * @throws where the program would end with 1, with the message that it would print
 */
export async function runHere(args: string[], variables: Variables): Promise<string> {
  const program = createProgram()
  const before = { ...process.env }
  const printed: string[] = []
  const output = { writeOut: (text: string) => void printed.push(text), writeErr: () => {} }
  for (const command of everyCommand(program)) command.exitOverride().configureOutput(output)
  const log = mock.method(console, 'log', (text: string) => void printed.push(text))
  Object.assign(process.env, variables)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    // The help and the release end a program, too.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error
  } finally {
    for (const name of Object.keys(process.env)) if (!Object.hasOwn(before, name)) delete process.env[name]
    Object.assign(process.env, before)
    log.mock.restore()
  }
  return printed.join('\n').trim()
}

/**
 * Starts a server in this process that is refused: a program of its own takes a second.
 * @returns the message that the program would print
 */
export async function refusal(variables: Variables): Promise<string> {
  const config = loadConfig({ ...bare(), ...variables })
  return start({ config, log: await createLog(config) }).then(
    async (server) => {
      await server.stop()
      throw new Error('the server starts')
    },
    (error: Error) => error.message,
  )
}

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)]

/** An address as DATABASE_URL tells it. */
export const urlOf = (address: DatabaseAddress): string =>
  'url' in address ? address.url : `postgres:///${address.database}?host=${address.socketDir}&user=${address.user}`

export interface Running {
  child: ChildProcess
  url: string
  token: string
  /** All that it wrote so far. */
  output(): string
  get(path: string, token?: string): Promise<{ status: number; headers: Headers; body: any }>
  send(method: string, path: string, body: object, token?: string): Promise<{ status: number; body: any }>
  stop(): Promise<void>
}

/** Starts a server, and waits until it says that it is ready. */
export async function startServer(variables: Variables): Promise<Running> {
  const env = { ...bare(), ...variables }
  const child = spawn(process.execPath, [RUN, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8')
  const ready = Promise.withResolvers<void>()
  child.on('exit', () => ready.reject(new Error(`the server ended: ${said}`)))
  child.stdout.on('data', (chunk: string) => {
    said += chunk
    if (said.includes('Ctrl-C stops it.')) ready.resolve()
  })
  await ready.promise
  const url = /Address +(\S+)/.exec(said)![1]!
  // The output is no terminal, so the token is not in it.
  const kept = /Access token +in (\S+)/.exec(said)?.[1]
  const token = kept === undefined ? variables['PARLEY_ACCESS_TOKEN']! : readFileSync(kept, 'utf8').trim()
  const request = async (method: string, path: string, bearer: string, body?: object) => {
    const reply = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await reply.text()
    return { status: reply.status, headers: reply.headers, body: text && JSON.parse(text) }
  }
  return {
    child,
    url,
    token,
    output: () => said,
    get: (path, bearer = token) => request('GET', path, bearer),
    send: (method, path, body, bearer = token) => request(method, path, bearer, body),
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
