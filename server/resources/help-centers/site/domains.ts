/**
 * Own domains of help centers. A request to one of them is a request for its help center: its path is put behind
 * `/help/{domain}` before it is routed, so that the same pages answer. Identifiers have no dot, which tells the two
 * apart. Files of the workspace are served there as well, since its readers may not reach the server's own host.
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
  /** The code of the workspace by domain. */
  let known = new Map<string, string>()
  const ownHost = publicUrl === undefined ? undefined : new URL(publicUrl).hostname
  return {
    async load() {
      const rows = await db<{ custom_domain: string; app_id: string }[]>`
        select h.custom_domain, w.app_id from help_centers h join workspaces w on w.id = h.workspace_id
        where h.custom_domain is not null and h.website_turned_on order by h.id desc`
      known = new Map(rows.map(({ custom_domain, app_id }) => [custom_domain, app_id]))
      if (ownHost !== undefined) known.delete(ownHost)
    },
    route(request) {
      const { url = '/', headers, socket } = request
      if (known.size === 0 || isOwn(request)) return url
      const forwarded = headers['x-forwarded-host']
      const named = forwarded !== undefined && isTrusted(socket.remoteAddress ?? '') ? String(forwarded) : headers.host
      const domain = hostName(named)
      const appId = known.get(domain)
      if (appId === undefined || !url.startsWith('/') || url.startsWith(`/files/${appId}/`)) return url
      return `/help/${domain}${url === '/' ? '' : url}`
    },
  }
}

/** The last host of a list, in small letters, without its port. */
const hostName = (host: string | undefined): string =>
  (host ?? '').split(',').at(-1)!.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/** True if a request was put behind its domain: nobody reaches a domain's help center by writing its path. */
export const isByDomain = ({ url, originalUrl }: { url: string; originalUrl: string }): boolean => url !== originalUrl
