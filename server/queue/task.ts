/** Tasks of the worker: by name, or on a schedule. */
import type { Logger } from 'pino'
import type { Answerer } from '../answerer/answerer.ts'
import type { Clock } from '../clock.ts'
import type { Reach } from '../config.ts'
import type { Pool } from '../db/pool.ts'
import type { ChannelProvider } from '../channels/provider.ts'
import type { MailTransport } from '../mail/transport.ts'
import type { Secrets } from '../secrets.ts'
import type { Shares } from './shares.ts'

export interface TaskDeps {
  db: Pool
  clock: Clock
  /** For what an operator should hear of, though the job did what it could. */
  log?: Logger
  /** Days that data events are kept; for good where it is not set. */
  eventsKeptDays?: number | undefined
  /** Key that signs webhooks; without it none is delivered. */
  secrets?: Secrets
  /** Answers for the AI agent; from the content where this is not given. */
  answerer?: Answerer
  /** The way out of e-mails; without it none is sent. */
  mail?: MailTransport
  /** The way out of SMS and WhatsApp messages; without it none is sent. */
  channelProvider?: ChannelProvider
  /** The domain of reply addresses and Message-IDs; `localhost` where this is not given. */
  mailDomain?: string
  /** The absolute URL of a path by the configured address, else the one that is listened to; the path alone where not given. */
  addressOf?: ((path: string) => string) | undefined
  /** Where webhooks may go; to public addresses only where this is not given. */
  reach?: Reach
  /** Shares of jobs that wait for other servers; without them there is no bound. */
  shares?: Shares
  /** Aborted when the process stops: a job that may take long ends with Interrupted. */
  stopping?: AbortSignal | undefined
}

/** A job ended because the process stops. It is queued again, and counts as no attempt. */
export class Interrupted extends Error {
  constructor() {
    super('the process stops')
  }
}

/** @throws Interrupted */
export function checkStopping({ stopping }: Pick<TaskDeps, 'stopping'>): void {
  if (stopping?.aborted) throw new Interrupted()
}

export interface Task {
  name: string
  /** When it recurs, in crontab's five fields. */
  every?: string
  /** True if its work grows with a workspace's data: it has a few workers of its own, so that no short job waits for it. */
  long?: true
  /** True if it runs within the shares that the flags of its job name (shares.ts); else it may take them itself. */
  sharing?: true
  run(deps: TaskDeps, payload: any): Promise<void>
}
