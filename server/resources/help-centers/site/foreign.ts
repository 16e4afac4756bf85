/** Tells forms of the help center's own pages from those of other sites. */
import type { IncomingHttpHeaders } from 'node:http'

interface Sent {
  headers: IncomingHttpHeaders
  /** As the request or a trusted proxy names it. */
  host: string
  socket: { localPort?: number | undefined }
}

/** Ports that a browser leaves out of `Host`. */
const USUAL_PORTS = new Set<number | undefined>([undefined, 80, 443])

/** True if the browser says that another site's page sends the form. Older ones, and all without TLS, say its origin alone. */
export function isForeign(request: Sent, publicUrl: string | undefined): boolean {
  const { 'sec-fetch-site': from, origin } = request.headers
  if (from !== undefined) return !['same-origin', 'none'].includes(String(from))
  if (origin === undefined) return false
  const page = URL.parse(origin)
  if (!page) return true
  const asked = URL.parse(`${page.protocol}//${request.host}`)
  const known = publicUrl === undefined ? undefined : new URL(publicUrl)
  const isOwn = page.host === asked?.host || page.host === known?.host
  return (
    !isOwn && !(page.hostname !== known?.hostname && page.hostname === asked?.hostname && hasLostPort(request, page))
  )
}

/**
 * True if a proxy passed on the host without its port (nginx's `$host`). A browser that asked this server itself would
 * have named the port that it listens on.
 */
function hasLostPort({ headers, host, socket }: Sent, page: URL): boolean {
  const forwarded = headers['x-forwarded-port']
  if (forwarded !== undefined) return page.port === String(forwarded).split(',').at(-1)!.trim()
  return !/:\d+$/.test(host) && !USUAL_PORTS.has(socket.localPort)
}
