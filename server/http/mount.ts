/**
 * The life of a request: token → body → version → rate limit → is it in that version → validate as that
 * version's client knows it → up to the newest → the handler → down again → the answer.
 */
import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { ChannelProvider } from '../channels/provider.ts'
import type { Reach } from '../config.ts'
import type { Pool } from '../db/pool.ts'
import { mayBeginAgain, readAgain } from '../db/unavailable.ts'
import type { Bell } from '../events/bell.ts'
import type { Secrets } from '../secrets.ts'
import type { Version } from '../versions/history.ts'
import type { Rewrite } from '../versions/rewrite.ts'
import type { Access } from './auth.ts'
import { beforeBody } from './before-body.ts'
import { encodeAnswer, listsOf } from './encode.ts'
import { absenceOf, addressOf, shadowedBy } from './absent.ts'
import { enter, notInVersion, type EntryDeps } from './enter.ts'
import { ApiError, apiError } from './errors.ts'
import { asApiError, sendError } from './failure.ts'
import { isKnown, sendKnown } from './known-answer.ts'
import { NOTES_HEADER } from './notes.ts'
import type { Operation } from './operation.ts'
import { acceptingOf, isPlainAnswer, sendPlain } from './plain-answer.ts'
import { RequestContext } from './request-context.ts'
import { ReceivedForm } from './upload.ts'
import { bodyCheck, queryCheck, type Check } from './validate.ts'

export interface MountDeps extends EntryDeps {
  db: Pool
  log: Logger
  limits: 'off' | 'intercom'
  publicUrl?: string | undefined
  /** The domain of reply addresses and Message-IDs; `localhost` where this is not given. */
  mailDomain?: string
  /** Where webhooks may go; to public addresses only where this is not given. */
  reach?: Reach
  secrets?: Secrets
  /** Sends text messages to phones; only logged where this is not given. */
  channelProvider?: ChannelProvider
  /** Rung when a write of a workspace is committed. */
  bell?: Bell
}

/** An operation in one version, compiled at its first request. */
interface Form {
  served: boolean
  query: Check | undefined
  unknownQuery: string[]
  body: Check | undefined
  up: Rewrite | undefined
  down: Rewrite
  /** The properties of the answer that may be lists. */
  lists: string[]
}

export function mount(app: FastifyInstance, operations: Operation[], deps: MountDeps): void {
  const { onRequest, preParsing } = beforeBody(app, deps)
  const built = new Set(operations.map(({ key }) => key))
  for (const operation of operations) {
    const route = { operation, forms: new Map(), shadowed: shadowedBy(operation, built, deps.history.operations) }
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { ...acceptingOf(operation.reply), ...(operation.upload && { upload: operation.upload }) },
      onRequest,
      ...(operation.method !== 'GET' && { preParsing }),
      handler: (request, reply) => answer(route, deps, request, reply),
    })
  }
}

interface Route {
  operation: Operation
  forms: Map<Version, Form>
  shadowed: Set<string>
}

async function answer(
  { operation, forms, shadowed }: Route,
  deps: MountDeps,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const requestId = reply.getHeader('x-request-id') as string
  const access = request.access!
  try {
    const isSetting = operation.api === 'settings'
    const { version, now } = enter(deps, access, request, reply, isSetting ? deps.history.newest : undefined)
    if (isSetting) admit(access)
    if (shadowed.size > 0 && shadowed.has(addressOf(request))) throw absenceOf(addressOf(request), version)
    const form = formOf(operation, version, forms)
    if (!form.served) throw notInVersion()
    const input = readInput(operation, form, request)
    const ctx = new RequestContext(deps, access, version, now, request)
    const result = await run(operation, deps, ctx, input)
    const notes = ctx.notesHeader
    if (notes !== undefined) reply.header(NOTES_HEADER, notes)
    if (operation.atomic !== 'none') deps.bell?.ring(access.workspace.id)
    reply.code(operation.alternative?.is(result) ? operation.alternative.status : operation.status)
    if (isPlainAnswer(result)) return sendPlain(request, reply, result)
    if (operation.status !== 204) reply.header('content-type', 'application/json; charset=utf-8')
    if (result === null) return reply.send('')
    const answer = encodeAnswer(form.down(result), form.lists)
    return operation.method === 'GET' ? sendTagged(request, reply, answer) : reply.send(answer)
  } catch (cause) {
    if (!reply.hasHeader('x-ratelimit-limit')) reply.headers(deps.rateLimiter.whole(deps.clock.now()))
    return sendError(reply, requestId, asApiError(cause, deps.log, requestId))
  } finally {
    if (request.body instanceof ReceivedForm) await request.body.close()
  }
}

/** Hex digits of a tag: 128 bits tell answers apart. */
const TAG_DIGITS = 32

/** Clients that send the tag back get 304 while the answer is the same. SHA-1 takes half the time of MD5. */
function sendTagged(request: FastifyRequest, reply: FastifyReply, answer: string | Buffer) {
  const tag = `W/"${hash('sha1', answer).slice(0, TAG_DIGITS)}"`
  reply.header('etag', tag)
  return isKnown(request, tag) ? sendKnown(request, reply) : reply.send(answer)
}

/** A token that changes settings can make admins and tokens, so others are refused. */
function admit(access: Access): void {
  if (!access.settings)
    throw apiError(403, 'forbidden', 'You do not have the required scope (settings) to access this resource')
}

function formOf(operation: Operation, version: Version, forms: Map<Version, Form>): Form {
  let form = forms.get(version)
  if (!form) {
    const { key, query, body, unknownKeys, reply } = operation
    const answered = version.replySchema(reply)
    form = {
      served: version.serves(key),
      query: isEmpty(query) ? undefined : queryCheck(version.querySchema(key, query)),
      unknownQuery: version.unknownQuery(key),
      body: body && bodyCheck(version.bodySchema(key, body), unknownKeys, keysOf(answered)),
      up: version.up(key),
      down: version.down(reply),
      lists: listsOf(answered),
    }
    forms.set(version, form)
  }
  return form
}

const keysOf = (schema: { properties?: object }) => Object.keys(schema.properties ?? {})

const isEmpty = (schema: { properties: object }) => Object.keys(schema.properties).length === 0

function readInput(operation: Operation, form: Form, request: FastifyRequest) {
  const { params } = request
  const query = request.query as Record<string, unknown>
  for (const name of form.unknownQuery) delete query[name]
  refuseNul(params as Record<string, unknown>)
  refuseNul(query)
  form.query?.(query)
  if (!operation.body) return { params, query, body: undefined }
  let body: unknown = request.body instanceof ReceivedForm ? request.body.fields : request.body
  if (body === undefined) body = {}
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw apiError(400, 'bad_request', 'The request body must be a JSON object')
  form.body?.(body)
  if (form.up) body = form.up(body)
  return { params, query, body }
}

/** Parameters are texts or lists of texts. */
function refuseNul(given: Record<string, unknown>): void {
  for (const name in given) {
    const value = given[name]
    if (typeof value === 'string' ? value.includes('\0') : Array.isArray(value) && value.some(hasNul))
      throw apiError(400, 'parameter_invalid', 'Text must not contain NUL characters')
  }
}

const hasNul = (text: unknown): boolean => typeof text === 'string' && text.includes('\0')

/**
 * Runs the handler in what makes its write whole. A transaction that is known to be undone (a deadlock, a connection
 * that was lost before the commit) is begun again; one that may have been committed is not.
 */
function run(operation: Operation, deps: MountDeps, ctx: RequestContext, input: Input) {
  if (operation.atomic === 'none') return readAgain(() => operation.handle(ctx, input))
  if (operation.atomic === 'statement') return operation.handle(ctx, input)
  return prepareAndWrite(operation, deps, ctx, input)
}

async function prepareAndWrite(operation: Operation, deps: MountDeps, ctx: RequestContext, input: Input) {
  const prepared = await operation.prepare?.(ctx, input)
  try {
    return await write(operation, deps, ctx, input, prepared)
  } finally {
    await prepared?.[Symbol.asyncDispose]()
  }
}

interface Input {
  params: unknown
  query: unknown
  body: unknown
}

async function write(operation: Operation, { db }: MountDeps, ctx: RequestContext, input: Input, prepared: unknown) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.begin(async (tx) => {
        ctx.clear()
        ctx.db = tx
        const result = await operation.handle(ctx, input, prepared)
        await ctx.outbox.write(tx, ctx.workspaceId, ctx.now)
        return result
      })
    } catch (cause) {
      ctx.db = db
      if (attempt < 5 && mayBeginAgain(cause)) continue
      if (cause instanceof ApiError) await operation.refused?.(ctx, input, cause)
      throw cause
    }
  }
}
