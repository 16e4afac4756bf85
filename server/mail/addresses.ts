/**
 * Addresses of a mail: replies and bounces come back to one of its own. Its secret is of lower-case letters and digits,
 * because some relays change the case of a local part (RFC 5321 section 2.4 says that they must not).
 */
import { randomBytes } from 'node:crypto'
import { domainToASCII } from 'node:url'

export const newToken = (): string => randomBytes(16).toString('hex')

export const replyAddress = (appId: string, token: string, domain: string) => `reply+${appId}-${token}@${domain}`

export const bounceAddress = (appId: string, token: string, domain: string) => `bounce+${appId}-${token}@${domain}`

/** The same for every spelling of an address: letters of another case, quotes, a domain in its own script. */
export function canonical(address: string): string {
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  const [, quoted] = /^"(.*)"$/s.exec(local) ?? []
  return `${quoted?.replaceAll(/\\(.)/gs, '$1') ?? local}@${domainToASCII(domain) || domain}`.toLowerCase()
}

/** False for an address that no envelope can hold: it would become another one on its way. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
export const isMailable = (address: string): boolean => !/[\u0000-\u001f\u007f<>]/.test(address)

/** Text for one line of a header: a CR or LF would begin a header of its own. */
// oxlint-disable-next-line no-control-regex -- control characters are what it takes out
export const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
