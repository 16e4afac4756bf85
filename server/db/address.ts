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
  let connectionString = address.url
  // `require` encrypts and `verify-full` verifies, as they do for every client of libpq.
  if (/[?&]sslmode=/.test(connectionString)) connectionString = withDefault(connectionString, 'uselibpqcompat', 'true')
  // Peer login goes by the system's name of the user, as psql's does, where no other is given.
  if (!new ConnectionUrl(address.url).user) connectionString = withDefault(connectionString, 'user', systemUser())
  return { ...alive, connectionString }
}

/** A URL with a parameter that it may have already. */
const withDefault = (url: string, name: string, value: string): string =>
  new RegExp(`[?&]${name}=`).test(url)
    ? url
    : `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`

function systemUser(): string {
  return process.env['PGUSER'] || userInfo().username
}

const NO_HOST = 'no-host'

/** The parts of a `postgres://` URL that may be shown. */
export class ConnectionUrl {
  readonly #url: URL

  constructor(url: string) {
    // libpq takes a user without a host, which no other URL has.
    this.#url = new URL(url.replace('@/', `@${NO_HOST}/`))
  }

  get user(): string | undefined {
    return this.#url.username || this.#url.searchParams.get('user') || undefined
  }

  /** Host and database, without the password. */
  get shown(): string {
    const { host, pathname, searchParams } = this.#url
    const socket = searchParams.get('host')
    // A folder of sockets in place of the host is percent-encoded.
    return socket
      ? `${pathname.slice(1)} in ${socket}`
      : `${host === NO_HOST ? '' : decodeURIComponent(host)}${pathname}`
  }
}
