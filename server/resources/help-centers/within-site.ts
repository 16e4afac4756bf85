/**
 * Absolute addresses that lead into a help center's site. A server is known by its public address or by the one that a
 * request names; texts that were written on the machine itself, such as the demo's articles, name it as `localhost`.
 */
interface Place {
  /** The address of the site as it is known now, without a slash at its end. */
  url: string
  identifier: string
}

const ON_THIS_MACHINE = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?(?=\/)/

/** @returns the rest of the address behind the site's own, empty for its beginning; `undefined` for one of elsewhere */
export function withinSite({ url, identifier }: Place, address: string): string | undefined {
  const host = ON_THIS_MACHINE.exec(address)?.[0]
  const local = host === undefined ? undefined : address.slice(host.length)
  return restOf(url, address) ?? (local === undefined ? undefined : restOf(`/help/${identifier}`, local))
}

const restOf = (place: string, address: string): string | undefined =>
  address === place || address.startsWith(`${place}/`) ? address.slice(place.length) : undefined
