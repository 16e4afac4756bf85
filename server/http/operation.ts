/**
 * The one definition of an operation. From it come the route, the validation, the types of the
 * handler and the API reference; nothing is written twice.
 *
 *   export const getTag = operation({
 *     method: 'GET', path: '/tags/{tag_id}', summary: 'Retrieve a tag', group: 'Tags',
 *     params: Type.Object({ tag_id: Type.String() }), reply: Tag,
 *     handle: async (ctx, { params }) => presentTag(await queries.getTag(ctx.db, ctx.workspaceId, params.tag_id)),
 *   })
 *
 * Schemas are those of the newest version, as a superset of all; `versions/` knows the others.
 */
import type { Static, TObject, TSchema } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../context.ts'
import type { ApiError } from './errors.ts'
import type { UploadRule } from './upload.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The settings API has one form for everybody, and opens to tokens that may change settings. */
export type Api = 'public' | 'settings'

/** Sentences for the API reference. */
export type Description = string | ((version: { has(change: string): boolean }) => string)

/** Sentences on refusals of an operation, by status, in place of the general ones. */
export type Refusals = Partial<Record<400 | 403 | 404 | 406 | 409 | 410 | 422 | 503, string>>

interface Alternative {
  status: 200
  /** A sentence on it. */
  answer: string
  is: (reply: unknown) => boolean
}

export interface OperationDefinition<
  Params extends TObject,
  Query extends TObject,
  Body extends TSchema,
  Reply extends TSchema,
  Prepared = undefined,
> {
  /** `public` unless it says otherwise: the versioned API that Intercom's clients speak. `settings`: Parley's own, under `/parley`. */
  api?: Api
  method: Method
  /** As the descriptions write it: `/contacts/{contact_id}`. */
  path: `/${string}`
  /** One line in our own words, for the API reference. */
  summary: string
  /** Further facts for readers, in our own words; a function where they depend on the named changes of a version. */
  description?: Description
  /** Parts that no published page shows and that follow the nearest operation; see docs/deviations.md. */
  inferred?: string
  group: string
  /** Any of these scopes opens it on Intercom, where that is known. */
  scopes?: string[]
  params?: Params
  query?: Query
  body?: Body
  /** Handling of unknown keys in the body: most operations ignore them, some refuse them with 400 `bad_request`. */
  unknownKeys?: 'ignore' | 'refuse'
  /** The body may be a form with a file in one of its fields. */
  upload?: UploadRule
  /** Type.Null() for an empty answer. */
  reply: Reply
  /** A sentence on the answer. A body has the description of its schema. */
  answer?: string
  status?: 200 | 201 | 202 | 204 | 302
  /** Another answer, with a status of its own. */
  alternative?: Alternative
  /** Refusals of its own that the recorded errors (docs/recorded-errors.ts) do not show, or that need a sentence of their own. */
  refusals?: Refusals
  /**
   * `transaction` (what every write is unless it says otherwise): the handler runs in one
   * transaction, and what it emits commits with it. `statement`: the handler's one SQL statement
   * is the transaction; it writes its event itself. Reads have none.
   */
  atomic?: 'transaction' | 'statement'
  /**
   * Runs before the transaction of a write, once, for what takes long and writes nothing. The handler is given its
   * result, which is disposed of after it.
   */
  prepare?: (
    ctx: Ctx,
    input: { params: Static<Params>; query: Static<Query>; body: Static<Body> },
  ) => Promise<Prepared & AsyncDisposable>
  handle: (
    ctx: Ctx,
    input: { params: Static<Params>; query: Static<Query>; body: Static<Body> },
    prepared: NoInfer<Prepared>,
  ) => Promise<NoInfer<Static<Reply>>>
  /** A write that a refusal keeps after its transaction has been rolled back. */
  refused?: (
    ctx: Ctx,
    input: { params: Static<Params>; query: Static<Query>; body: Static<Body> },
    error: ApiError,
  ) => Promise<void>
}

/** An operation, its schemas present and its types erased. */
export interface Operation {
  /** `GET /contacts/{}`: how `versions/` names it. */
  key: string
  api: Api
  method: Method
  path: string
  summary: string
  description: Description | undefined
  inferred: string | undefined
  scopes: string[]
  group: string
  params: TObject
  query: TObject
  body: TSchema | undefined
  unknownKeys: 'ignore' | 'refuse'
  upload: UploadRule | undefined
  reply: TSchema
  answer: string | undefined
  status: 200 | 201 | 202 | 204 | 302
  alternative: Alternative | undefined
  refusals: Refusals
  atomic: 'none' | 'transaction' | 'statement'
  prepare: ((ctx: Ctx, input: Input) => Promise<AsyncDisposable>) | undefined
  handle: (ctx: Ctx, input: Input, prepared?: unknown) => Promise<unknown>
  refused: ((ctx: Ctx, input: Input, error: ApiError) => Promise<void>) | undefined
}

type Input = { params: unknown; query: unknown; body: unknown }

const Nothing = Type.Object({})

export function operation<
  Params extends TObject = typeof Nothing,
  Query extends TObject = typeof Nothing,
  Body extends TSchema = typeof Nothing,
  Reply extends TSchema = TSchema,
  Prepared = undefined,
>(definition: OperationDefinition<Params, Query, Body, Reply, Prepared>): Operation {
  const { method, path, summary, description, group, params, query, body, reply, handle } = definition
  return {
    key: operationKey(method, path),
    api: definition.api ?? 'public',
    method,
    path,
    summary,
    description,
    inferred: definition.inferred,
    scopes: definition.scopes ?? [],
    group,
    params: params ?? Nothing,
    query: query ?? Nothing,
    body,
    unknownKeys: definition.unknownKeys ?? 'ignore',
    upload: definition.upload,
    reply,
    answer: definition.answer,
    status: definition.status ?? 200,
    alternative: definition.alternative,
    refusals: definition.refusals ?? {},
    atomic: method === 'GET' ? 'none' : (definition.atomic ?? 'transaction'),
    prepare: definition.prepare as Operation['prepare'],
    handle: handle as Operation['handle'],
    refused: definition.refused as Operation['refused'],
  }
}

export const operationKey = (method: string, path: string): string => `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`
