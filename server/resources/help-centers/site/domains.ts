/**
 * Own domains of help centers. A request to one of them is a request for its help center: its path is put behind
 * `/help/{domain}` before it is routed, so that the same pages answer. Identifiers have no dot, which tells the two
 * apart.
 */
import type { IncomingMessage } from 'node:http'
import type { Db } from '../../../db/pool.ts'
import { within } from '../../../networks.ts'

export interface Domains {
  /** Reads all domains again. */
  load(): Promise<void>
  /** The path that a request is routed by. */
  route(request: Pick<IncomingMessage, 'url' | 'headers' | 'socket'>): string
}

/**
 * Requests that are the server's own on every host: a workspace that chooses a domain must not take the API, its
 * settings, or the answers to probes away from the others.
 */
const OWN_PATH = /^\/(?:healthz|readyz|metrics|docs|openapi|parley)(?:[/?.]|$)/
const isOwn = ({ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean =>
  headers.authorization !== undefined || headers['intercom-version'] !== undefined || OWN_PATH.test(url)

/**
 * @param publicUrl the server's address, where the configuration names one: its host is nobody's own domain
 * @param trustedProxies networks of the proxies whose `X-Forwarded-Host` names the host
 */
export function createDomains(db: Db, trustedProxies: readonly string[], publicUrl: string | undefined): Domains {
  const isTrusted = within([...trustedProxies])
  let known = new Set<string>()
  const ownHost = publicUrl === undefined ? undefined : new URL(publicUrl).hostname
  return {
    async load() {
      const rows = await db<{ custom_domain: string }[]>`
        select distinct custom_domain from help_centers where custom_domain is not null and website_turned_on`
      known = new Set(rows.map(({ custom_domain }) => custom_domain).filter((domain) => domain !== ownHost))
    },
    route(request) {
      const { url = '/', headers, socket } = request
      if (known.size === 0 || isOwn(request)) return url
      const forwarded = headers['x-forwarded-host']
      const named = forwarded !== undefined && isTrusted(socket.remoteAddress ?? '') ? String(forwarded) : headers.host
      const domain = hostName(named)
      return known.has(domain) && url.startsWith('/') ? `/help/${domain}${url === '/' ? '' : url}` : url
    },
  }
}

/** The last host of a list, in small letters, without its port. */
const hostName = (host: string | undefined): string =>
  (host ?? '').split(',').at(-1)!.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/** True if a request was put behind its domain: nobody reaches a domain's help center by writing its path. */
export const isByDomain = ({ url, originalUrl }: { url: string; originalUrl: string }): boolean => url !== originalUrl
