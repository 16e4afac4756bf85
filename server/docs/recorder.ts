/** Records the server's answers: one request to every operation, and its refusals. */
import { fastify, type FastifyInstance } from 'fastify'
import type { TObject } from 'typebox'
import type { Logger } from 'pino'
import type { Pool } from '../db/pool.ts'
import { fillDemo } from '../demo/fill.ts'
import { createAuthenticator } from '../http/auth.ts'
import { mount } from '../http/mount.ts'
import { createRateLimiter } from '../http/rate-limit.ts'
import type { Example } from '../http/openapi.ts'
import type { Operation } from '../http/operation.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { allOperations } from '../operations.ts'
import { createSecrets } from '../secrets.ts'
import type { Client, Reply } from '../test/app.ts'
import { type Found, isSetting, settingsTour, type Step } from '../test/tour.ts'
import { createHistory } from '../versions/history.ts'
import { files } from '../versions/index.ts'
import { refusals } from './refusals.ts'
import type { ExampleRequest } from './example-request.ts'
import { requests } from './example-requests.ts'
import { undoneOn } from './rollback.ts'
import { OF_DEMO, settingsExamples } from './settings-examples.ts'

interface Request {
  method: string
  path: string
  body: unknown
}
type Send = (request: Request) => Promise<Reply>

/** @returns an example for each operation, by its key, in the newest form with all that older versions show */
export async function recordExamples(pool: Pool, log: Logger): Promise<Record<string, Example>> {
  const clock = tickingClock()
  const { id, ownerId } = await createWorkspace(pool, {
    name: 'My workspace',
    ownerName: 'Owner',
    ownerEmail: 'owner@example.com',
    appId: 'fernhill',
    clock,
  })
  const { token } = await createToken(pool, id, {
    adminId: ownerId,
    name: 'first token',
    settings: true,
    now: clock.now(),
  })
  const secrets = createSecrets(Buffer.alloc(32))
  await fillDemo(pool, id, clock, secrets)
  const { db, undo } = undoneOn(pool)
  const app = fastify()
  const authenticator = await createAuthenticator(pool)
  mount(app, allOperations, {
    db,
    clock,
    log,
    history: superset,
    authenticator,
    rateLimiter: createRateLimiter('off'),
    limits: 'off' as const,
    secrets,
  })
  const send = sender(app, token)
  try {
    // Numbers that were given are not taken back: settings come first, so that they are those of a fresh server.
    const undone: Send = (request) => undo(() => send(request))
    const ofSettings = await record(await settingsRequests(), undone)
    return { ...(await record(requests, undone)), ...ofSettings }
  } finally {
    await app.close()
    await authenticator.stop()
  }
}

/** One version that has whatever any has, and takes nothing of it away. */
const superset = createHistory(files.map(({ removes: _, ...file }) => file))

/** Each on the demo as it was filled in. */
async function record(asked: Record<string, ExampleRequest>, send: Send): Promise<Record<string, Example>> {
  const examples: Record<string, Example> = {}
  const failed: string[] = []
  for (const [key, { older, form, ...newest }] of Object.entries(asked)) {
    const operation = operationOf(key)
    const recordOne = async ({ path, body }: ExampleRequest): Promise<Example> => {
      const request = { method: operation.method, path, body }
      const reply = await send(request)
      if (reply.status !== operation.status) failed.push(`${key} answers ${reply.status}: ${reply.text}`)
      const errors = await refused(send, [...variations(operation, request), ...refusalsOf(operation)])
      return exampleOf(operation, request, reply, errors)
    }
    examples[key] = {
      ...(await recordOne(newest)),
      // The test of the examples sends it.
      ...(form && { form }),
      ...(older && { older: await recordOne(older) }),
    }
  }
  if (failed.length > 0) throw new Error(failed.join('\n'))
  return examples
}

/** The requests of the settings' tour on things of the demo, or others in their place. */
async function settingsRequests(): Promise<Record<string, ExampleRequest>> {
  const asked: Record<string, ExampleRequest> = {}
  for (const { key, go, needs } of settingsTour.filter(isSetting)) {
    if (key in asked) continue
    const request = settingsExamples[key] ?? (await requestOf(go, OF_DEMO))
    if (!request) throw new Error(`${key}: settings-examples.ts does not name all of ${needs.join(', ')}`)
    asked[key] = request
  }
  return asked
}

const operationOf = (key: string): Operation => {
  const operation = allOperations.find((one) => one.key === key)
  if (!operation) throw new Error(`no operation is ${key}`)
  return operation
}

const refusalsOf = ({ key, method }: Operation): Request[] =>
  (refusals[key] ?? []).map(({ path, body }) => ({ method, path, body }))

/** The request that a step would make. */
function requestOf(go: Step['go'], found: Found): Promise<Request | undefined> {
  return new Promise((resolve) => {
    const keep = (method: string) => (path: string, body?: unknown) => {
      resolve({ method, path, body })
      return new Promise<Reply>(() => {})
    }
    const client: Client = {
      get: keep('GET'),
      post: keep('POST'),
      put: keep('PUT'),
      patch: keep('PATCH'),
      delete: keep('DELETE'),
    }
    if (!go(client, found)) resolve(undefined)
  })
}

/** Requests that every operation refuses: an unknown id, and an empty body. */
function variations(operation: Operation, request: Request): Request[] {
  const [path, query] = request.path.split('?') as [string, string?]
  const at = operation.path.split('/').findIndex((segment) => segment.startsWith('{'))
  const unknown = path.split('/').map((segment, i) => (i === at ? idOfNothing(segment) : segment))
  return [
    ...(operation.body && !isEmpty(request.body) ? [{ ...request, body: {} }] : []),
    ...(at < 0 ? [] : [{ ...request, path: [unknown.join('/'), query].filter(Boolean).join('?') }]),
  ]
}

const isEmpty = (body: unknown) => Object.keys((body ?? {}) as object).length === 0

function idOfNothing(id: string): string {
  if (/^[0-9a-f]{24}$/.test(id)) return `${id.slice(0, 8)}ffffffffffffffff`
  return /^\d+$/.test(id) ? '999999999' : 'unknown'
}

async function refused(send: Send, requests: Request[]) {
  const replies: Reply[] = []
  for (const request of requests) replies.push(await send(request))
  return replies.flatMap(({ status, body }) => (status >= 400 ? [{ status, reply: body }] : []))
}

function exampleOf(operation: Operation, request: Request, reply: Reply, errors: Example['errors']): Example {
  const { pathname, searchParams } = new URL(request.path, 'http://localhost')
  const names = operation.path.split('/')
  const params = Object.fromEntries(
    pathname.split('/').flatMap((value, i) => {
      const name = /^\{(\w+)\}$/.exec(names[i]!)?.[1]
      return name === undefined ? [] : [[name, decodeURIComponent(value)]]
    }),
  )
  const query = Object.fromEntries(
    [...searchParams].map(([name, value]) => [
      name,
      typed(operation.query.properties as TObject['properties'], name, value),
    ]),
  )
  return {
    ...(!isEmpty(params) && { params }),
    ...(!isEmpty(query) && { query }),
    ...(operation.body && !isEmpty(request.body) && { body: request.body }),
    reply: withoutSecrets(reply.body ?? null),
    ...(errors && errors.length > 0 && { errors }),
  }
}

/** Answers that show an access token or a secret are recorded without it. */
const withoutSecrets = (reply: { token?: unknown; secret?: unknown } | unknown[] | string | null) =>
  reply === null || typeof reply === 'string' || Array.isArray(reply)
    ? reply
    : {
        ...reply,
        ...(typeof reply.token === 'string' && { token: 'dG9rOi4uLg==' }),
        ...(typeof reply.secret === 'string' && { secret: '0123456789abcdef'.repeat(4) }),
      }

/** Queries are text; the document shows what the text means. */
function typed(properties: TObject['properties'], name: string, value: string): unknown {
  const { type } = (properties[name] ?? {}) as { type?: string }
  return type === 'integer' || type === 'boolean' ? JSON.parse(value) : value
}

/** Where the examples' server is. */
const HOST = '127.0.0.1:4400'

const sender =
  (app: FastifyInstance, token: string): Send =>
  async ({ method, path, body }) => {
    const reply = await app.inject({
      method: method as 'GET',
      url: path,
      headers: { authorization: `Bearer ${token}`, 'intercom-version': superset.newest.name, host: HOST },
      ...(body !== undefined && { payload: body as object }),
    })
    const { statusCode: status, payload: text } = reply
    const headers = reply.headers as Reply['headers']
    const isJson = headers['content-type']?.startsWith('application/json') ?? false
    return { status, headers, text, body: isJson && text !== '' ? JSON.parse(text) : text || undefined }
  }

/** A second later whenever it is asked. */
function tickingClock() {
  let time = Date.UTC(2026, 0, 15, 12, 0, 0)
  return { now: () => new Date((time += 1000)) }
}
