/** The context of a handler: the caller, the database, the time, and the events to emit. */
import type { ChannelProvider } from './channels/provider.ts'
import type { Reach } from './config.ts'
import type { Snapshot } from './events/emit.ts'
import type { Db } from './db/pool.ts'
import type { Secrets } from './secrets.ts'

export interface Workspace {
  id: number
  /** The 8-character code that the wire calls app_id, workspace_id or id_code. */
  app_id: string
  name: string
  /** An IANA name. */
  time_zone: string
  region: string
  default_version: string | null
  /** True if an admin's answer in the messenger also leaves as an e-mail. */
  email_copies: boolean
  created_at: Date
}

export interface Ctx {
  /** The open transaction of a write, the pool for a read. */
  db: Db
  workspace: Workspace
  workspaceId: number
  /** The admin that the token acts for. */
  actor: { adminId: number }
  /** The run of a workflow that acts. Jobs that follow from it bear its id, so that their events do not start its workflow. */
  workflowRunId?: number | undefined
  /** The time of this request: everything that it writes bears the same. */
  now: Date
  /** The name of the client's version, for what is told in it later. */
  version: string
  /** True if the client's version has a named change. */
  has(change: string): boolean
  /** Tells that something happened: written in this request's transaction, with the newest wire form of what it happened to. */
  emit(topic: string, item: Snapshot): void
  /** Tells the caller of a part of the body that was taken, but not as it was sent. */
  note(what: string): void
  /** Moves the exact total of a whole list (`contacts`, `companies`, `conversations`). */
  count(name: string, delta: number): void
  /** The request's absolute URL, as the client sees it. */
  url: string
  /** The address that the request comes from; null for jobs and the command line. */
  callerAddress: string | null
  /** The absolute URL of another path of this server, as the client sees it. */
  addressOf(path: string): string
  limits: 'off' | 'intercom'
  /** The domain of reply addresses and Message-IDs of e-mails. */
  mailDomain: string
  /** Where webhooks may go. */
  reach: Reach
  /** Encrypts secrets that the server reads again and never shows. */
  secrets: Secrets
  /** Hands messages to phones over. */
  channelProvider: ChannelProvider
}
