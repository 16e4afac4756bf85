/** The application on a faulty pool, and a walk through every write of the tours. */
import { pino } from 'pino'
import { buildApp } from '../../app.ts'
import { createAuthenticator } from '../../http/auth.ts'
import { mount } from '../../http/mount.ts'
import type { Operation } from '../../http/operation.ts'
import { createRateLimiter } from '../../http/rate-limit.ts'
import { allOperations } from '../../operations.ts'
import { history } from '../../versions/index.ts'
import type { Client, Reply, TestApp, TestWorkspace } from '../app.ts'
import { testSecrets } from '../app.ts'
import { type Found, insertUnmakeable, settingsTour, type Step, tour } from '../tour.ts'
import { createFaultyPool, type FaultyPool } from './faulty-pool.ts'

export interface FaultyApp {
  faulty: FaultyPool
  client(workspace: TestWorkspace, version?: string): Client
  close(): Promise<void>
}

/** @param planted operations besides those that there are */
export async function createFaultyApp(
  { db, clock }: Pick<TestApp, 'db' | 'clock'>,
  planted: Operation[] = [],
): Promise<FaultyApp> {
  const faulty = createFaultyPool(db)
  const log = pino({ level: 'silent' })
  const app = await buildApp({ db: faulty.db, clock, log, config: { limits: 'off' }, secrets: testSecrets })
  const authenticator = await createAuthenticator(faulty.db)
  app.addHook('onClose', () => authenticator.stop())
  mount(app, planted, {
    db: faulty.db,
    clock,
    log,
    history,
    authenticator,
    rateLimiter: createRateLimiter('off'),
    limits: 'off',
    secrets: testSecrets,
  })
  return {
    faulty,
    close: () => app.close(),
    client({ token }, version = history.newest.name) {
      const headers = { authorization: `Bearer ${token}`, 'intercom-version': version }
      const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') => async (url: string, payload?: unknown) => {
        const request = { method, url, headers, ...(payload !== undefined && { payload: payload as object }) }
        const reply = await faulty.during(() => app.inject(request).then((answer) => answer))
        const isJson = reply.headers['content-type']?.startsWith('application/json') ?? false
        const body = isJson && reply.payload !== '' ? JSON.parse(reply.payload) : undefined
        return { status: reply.statusCode, headers: {}, body, text: reply.payload } as Reply
      }
      return { get: send('GET'), post: send('POST'), put: send('PUT'), patch: send('PATCH'), delete: send('DELETE') }
    },
  }
}

const atomic = new Map(allOperations.map(({ key, atomic }) => [key, atomic]))

export const isWrite = (key: string): boolean => atomic.get(key) !== 'none'
/** One that is begun again after a deadlock; another is one statement, which is refused whole. */
export const isTransaction = (key: string): boolean => atomic.get(key) === 'transaction'

/** The operations that write, of which each must be met on the walk. */
export const writes = [...atomic.keys()].filter(isWrite)

const steps: Step[] = [...settingsTour, ...tour]

/** Takes each step of both tours; `write` sends those that write. */
export async function walk(
  { client }: FaultyApp,
  app: Pick<TestApp, 'db' | 'clock'>,
  workspace: TestWorkspace,
  write: (key: string, send: () => Promise<Reply>) => Promise<Reply>,
): Promise<void> {
  const found: Found = await insertUnmakeable(app, workspace.id)
  for (const { key, go, find } of steps) {
    const version = history.versions.findLast(({ serves }) => serves(key))!
    const send = async () => (await go(client(workspace, version.name), found)) ?? assertNever(key)
    if (isWrite(key)) await client(workspace).get('/me') // the token is known: no statement of the write asks for it
    const reply = await (isWrite(key) ? write(key, send) : send())
    if (reply.status < 300) Object.assign(found, find?.(reply.body))
  }
}

const assertNever = (key: string): never => {
  throw new Error(`the tour cannot go to ${key}`)
}
