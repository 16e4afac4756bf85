/**
 * A server for a test: the real application on a database of its own, its clock in the test's hand.
 *
 *   const app = await testApp()
 *   const { status, body } = await app.client().post('/contacts', { email: 'ada@example.com' })
 *
 * Where the published descriptions are at hand, every reply is held against them (contract.ts).
 */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino, type Logger } from 'pino'
import { buildApp, type AppDeps } from '../app.ts'
import type { Pool } from '../db/pool.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { createSecrets } from '../secrets.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { observe } from './contract.ts'
import { cloneDatabase, type TestPool } from './database.ts'
import { atFileEnd, atProcessEnd } from './endings.ts'
import { keepRefusal } from './refused.ts'

export interface TestClock {
  now(): Date
  /** Moves the time on. */
  advance(seconds: number): void
}

export interface TestWorkspace {
  id: number
  app_id: string
  /** The owner, for whom the token acts. */
  adminId: number
  /** May change the settings. */
  token: string
}

export interface Reply<Body = any> {
  status: number
  headers: Record<string, string | undefined>
  body: Body
  text: string
}

export interface Client {
  get(path: string): Promise<Reply>
  post(path: string, body?: unknown): Promise<Reply>
  put(path: string, body?: unknown): Promise<Reply>
  patch(path: string, body?: unknown): Promise<Reply>
  delete(path: string, body?: unknown): Promise<Reply>
}

export interface ClientOptions {
  version?: string
  token?: string
  headers?: Record<string, string>
  /** The address of each request; this machine's own where it is not given. */
  from?: () => string
  /** False where a test sends thousands of requests of which others hold the answers against the descriptions. */
  observed?: boolean
}

export interface TestApp {
  app: FastifyInstance
  db: TestPool
  clock: TestClock
  workspace: TestWorkspace
  /** Acts for the first workspace's owner in the newest stable version, unless told otherwise. */
  client(options?: ClientOptions): Client
  createWorkspace(): Promise<TestWorkspace>
}

/** Key that seals the secrets of servers in tests. */
export const testSecrets = createSecrets(randomBytes(32))

interface Running {
  app: FastifyInstance
  db: TestPool
  clock: TestClock
}

type Limits = 'off' | 'intercom'

/**
 * All files share one server, as customers do: each has a workspace of its own in it. There is another
 * one with the limits of the hosted product. A test that needs a database that nobody else writes to,
 * or a clock that nobody else moves, asks for its own.
 */
const shared = new Map<Limits, Promise<Running>>()

export interface TestAppOptions {
  limits?: Limits
  own?: boolean
  /** A server of one's own goes on until the process ends, for several files. */
  lasting?: boolean
  /** For a server of its own: how it is configured, where it logs, and its way to the database. */
  config?: Partial<AppDeps['config']>
  log?: Logger
  channelProvider?: NonNullable<AppDeps['channelProvider']>
  through?: (db: Pool) => Pool
}

export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { limits = 'off', own = options.config !== undefined } = options
  const running = (!own && shared.get(limits)) || run({ ...options, limits, own })
  if (!own) shared.set(limits, running)
  const { app, db, clock } = await running
  const create = () => testWorkspace(db, clock)
  const workspace = await create()
  return {
    app,
    db,
    clock,
    workspace,
    createWorkspace: create,
    client: ({ version, token = workspace.token, headers = {}, from, observed = true } = {}) => {
      const send = (method: string) => (path: string, body?: unknown) =>
        request(app, {
          method: method as 'GET',
          path,
          body,
          version,
          headers: { authorization: `Bearer ${token}`, ...headers },
          remoteAddress: from?.(),
          observed,
        })
      return { get: send('GET'), post: send('POST'), put: send('PUT'), patch: send('PATCH'), delete: send('DELETE') }
    },
  }
}

async function run({
  limits,
  config,
  log = pino({ level: 'silent' }),
  channelProvider,
  through = (db) => db,
  own,
  lasting = !own,
}: TestAppOptions & { limits: Limits; own: boolean }): Promise<Running> {
  const { db, drop } = await cloneDatabase()
  const clock = testClock()
  // Receivers of tests are on this machine.
  const all = { limits, reach: 'private' as const, ...config }
  const app = await buildApp({
    db: through(db),
    clock,
    log,
    config: all,
    secrets: testSecrets,
    ...(channelProvider && { channelProvider }),
  })
  const atEnd = lasting ? atProcessEnd : atFileEnd
  atEnd(async () => {
    await app.close()
    await drop()
  })
  return { app, db, clock }
}

interface Sent {
  method: 'GET'
  path: string
  body: unknown
  version: string | undefined
  headers: Record<string, string>
  remoteAddress: string | undefined
  observed: boolean
}

async function request(
  app: FastifyInstance,
  { method, path, body, version, headers, remoteAddress, observed }: Sent,
): Promise<Reply> {
  const reply = await app.inject({
    method,
    url: path,
    ...(remoteAddress !== undefined && { remoteAddress }),
    headers: {
      accept: 'application/json, application/octet-stream',
      ...(version && { 'intercom-version': version }),
      ...headers,
    },
    ...(body !== undefined && { payload: body as object }),
  })
  const isJson = reply.headers['content-type']?.startsWith('application/json') ?? false
  const parsed = isJson && reply.payload !== '' ? JSON.parse(reply.payload) : undefined
  const served = reply.headers['intercom-version']
  if (observed && typeof served === 'string')
    observe({ version: served, method, path, status: reply.statusCode, body: parsed })
  if (observed) keepRefusal(served as string | undefined, method, path, reply.statusCode)
  return { status: reply.statusCode, headers: reply.headers as Reply['headers'], body: parsed, text: reply.payload }
}

/** Starts at a fixed time, and stands still until it is moved. */
function testClock(): TestClock {
  let time = Date.UTC(2026, 0, 15, 12, 0, 0)
  return { now: () => new Date(time), advance: (seconds) => void (time += seconds * 1000) }
}

async function testWorkspace(db: TestPool, clock: TestClock): Promise<TestWorkspace> {
  const name = `Workspace ${randomBytes(3).toString('hex')}`
  const { id, appId, ownerId } = await createWorkspace(db, {
    name,
    ownerName: 'Olive Owner',
    ownerEmail: 'olive@example.com',
    clock,
  })
  const { token } = await createToken(db, id, { adminId: ownerId, name: 'test', settings: true, now: clock.now() })
  return { id, app_id: appId, adminId: ownerId, token }
}
