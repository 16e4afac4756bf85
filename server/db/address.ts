/** Where PostgreSQL is, and what a client needs to know to connect to it. */
import { userInfo } from 'node:os'
import type { ClientConfig } from 'pg'

/** A URL, or the folder of a unix socket. */
export type DatabaseAddress = { url: string } | { socketDir: string; user: string; database: string }

/** Seconds until the system finds out by itself that the other side of an idle connection is gone. */
const KEEP_ALIVE_MS = 10_000

export function clientConfig(address: DatabaseAddress): ClientConfig {
  const alive = { keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS }
  if (!('url' in address)) return { ...alive, host: address.socketDir, user: address.user, database: address.database }
  const { user } = new ConnectionUrl(address.url)
  // Peer login goes by the system's name of the user, as psql's does, where no other is given.
  return { ...alive, connectionString: withLibpqModes(address.url), ...(user === undefined && { user: systemUser() }) }
}

/** `require` encrypts and `verify-full` verifies, as they do for psql and every other client of libpq. */
const withLibpqModes = (url: string): string =>
  /[?&]sslmode=/.test(url) && !/[?&]uselibpqcompat=/.test(url) ? `${url}&uselibpqcompat=true` : url

function systemUser(): string {
  return process.env['PGUSER'] || userInfo().username
}

/** The parts of a `postgres://` URL that may be shown. */
export class ConnectionUrl {
  readonly #url: URL

  constructor(url: string) {
    this.#url = new URL(url)
  }

  get user(): string | undefined {
    return this.#url.username || this.#url.searchParams.get('user') || undefined
  }

  /** Host and database, without the password. */
  get shown(): string {
    const { host, pathname, searchParams } = this.#url
    const socket = searchParams.get('host')
    return `${socket && !host ? `${socket} ` : host}${pathname}`
  }
}
