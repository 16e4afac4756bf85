/**
 * Refusals that mean that an address is bad for good, by the enhanced code of the answer (RFC 3463), or by its plain
 * code where it has none. Full mailboxes, policies, and faults of the mail or the session say nothing of the address.
 */
export interface Refusal {
  recipient?: string
  responseCode?: number
  response?: string
  message?: string
  command?: string
}

/** No such mailbox, no such domain, no address, moved, a domain without mail; a mailbox that is disabled. */
const BAD_ADDRESS = /^5\.(1\.(1|2|3|6|10)|2\.1)$/
const BAD_RECIPIENT = new Set([550, 551, 553])

/** @param refusal a permanent one */
export function isHardBounce({ responseCode = 0, response = '', command }: Refusal): boolean {
  const enhanced = /^\d{3}[ -][#([<]?(\d\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(response)?.[1]
  if (enhanced !== undefined) return BAD_ADDRESS.test(enhanced)
  return command === 'RCPT TO' && BAD_RECIPIENT.has(responseCode)
}
