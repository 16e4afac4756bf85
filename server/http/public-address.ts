/**
 * The address by which clients know the server. PARLEY_PUBLIC_URL names it, with the path under which a proxy
 * serves it; without that setting it is the one that the request names (`X-Forwarded-Host` and `-Proto` of a
 * trusted proxy, else `Host`). Every address in an answer is made here.
 */
import type { FastifyRequest } from 'fastify'

/** A client may name the port that its protocol has anyway; an address leaves it out. */
const USUAL_PORT: Record<string, RegExp> = { http: /:80$/, https: /:443$/ }

/** @param publicUrl without a slash at its end @returns the same, such as `https://parley.example/support` */
export const publicAddress = (publicUrl: string | undefined, { protocol, host }: FastifyRequest): string =>
  publicUrl ?? `${protocol}://${host.replace(USUAL_PORT[protocol] ?? '', '')}`

/** The address of a server that nobody configured. */
export const USUAL_ADDRESS = 'http://127.0.0.1:4400'

/** The address of a server on this machine. */
export function localAddress({ host, port }: { host: string; port: number }): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** The address that a configuration gives the server, for what is written while no request names one. */
export const configuredAddress = (config: { publicUrl: string | undefined; host: string; port: number }): string =>
  config.publicUrl ?? localAddress(config)

/** The path that the public URL adds to every path, such as `/support`; empty where it adds none. */
export const pathPrefix = (publicUrl: string | undefined): string =>
  publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '')
