/**
 * Addresses of a mail: replies and bounces come back to one of its own. Its secret is of lower-case letters and digits,
 * because some relays change the case of a local part (RFC 5321 section 2.4 says that they must not).
 */
import { randomBytes } from 'node:crypto'

export const newToken = (): string => randomBytes(16).toString('hex')

export const replyAddress = (appId: string, token: string, domain: string) => `reply+${appId}-${token}@${domain}`

export const bounceAddress = (appId: string, token: string, domain: string) => `bounce+${appId}-${token}@${domain}`

/** Text for one line of a header: a CR or LF would begin a header of its own. */
// oxlint-disable-next-line no-control-regex -- control characters are what it takes out
export const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
