/** The context of one request, for its handler. */
import type { FastifyRequest } from 'fastify'
import { recordingProvider } from '../channels/provider.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { createOutbox, type Outbox, type Snapshot } from '../events/emit.ts'
import { unmapped } from '../networks.ts'
import { noSecrets } from '../secrets.ts'
import type { Version } from '../versions/history.ts'
import type { Access } from './auth.ts'
import type { MountDeps } from './mount.ts'
import { createNotes, type Notes } from './notes.ts'
import { publicAddress } from './public-address.ts'

export class RequestContext implements Ctx {
  db: Db
  readonly workspace: Ctx['workspace']
  readonly workspaceId: number
  readonly actor: Ctx['actor']
  readonly now: Date
  readonly version: Ctx['version']
  readonly has: Ctx['has']
  readonly limits: Ctx['limits']
  readonly mailDomain: Ctx['mailDomain']
  readonly reach: Ctx['reach']
  readonly secrets: Ctx['secrets']
  readonly channelProvider: Ctx['channelProvider']
  readonly #request: FastifyRequest
  readonly #publicUrl: string | undefined
  /** Made when they are needed: reads emit nothing, and few requests have notes. */
  #outbox: Outbox | undefined
  #notes: Notes | undefined

  constructor(deps: MountDeps, access: Access, version: Version, now: Date, request: FastifyRequest) {
    this.db = deps.db
    this.workspace = access.workspace
    this.workspaceId = access.workspace.id
    this.actor = { adminId: access.adminId }
    this.now = now
    this.version = version.name
    this.has = version.has
    this.limits = deps.limits
    this.mailDomain = deps.mailDomain ?? 'localhost'
    this.reach = deps.reach ?? 'public'
    this.secrets = deps.secrets ?? noSecrets
    this.channelProvider = deps.channelProvider ?? recordingProvider(deps.log)
    this.#request = request
    this.#publicUrl = deps.publicUrl
  }

  get outbox(): Outbox {
    return (this.#outbox ??= createOutbox())
  }

  emit(topic: string, item: Snapshot): void {
    this.outbox.emit(topic, item)
  }

  count(name: string, delta: number): void {
    this.outbox.count(name, delta)
  }

  /** A function that may be handed on. */
  get note(): Ctx['note'] {
    return (this.#notes ??= createNotes()).add
  }

  get notesHeader(): string | undefined {
    return this.#notes?.header()
  }

  /** Forgets what was emitted, counted and noted: the transaction is begun again. */
  clear(): void {
    this.#outbox?.clear()
    this.#notes?.clear()
  }

  get callerAddress(): string {
    return unmapped(this.#request.ip)
  }

  /**
   * The getter is the class's: an object with its own getter has its own hidden class, which the engine keeps, and
   * the request with it, until a full garbage collection.
   */
  get url(): string {
    return this.addressOf(this.#request.url)
  }

  addressOf(path: string): string {
    return publicAddress(this.#publicUrl, this.#request) + path
  }
}
