/**
 * Addresses that requests come from, a new one at each call. The server slows an address that sends many wrong tokens
 * (http/token-lookup.ts): a test that sends hundreds would wait for minutes.
 *
 *   await app.inject({ url, headers, remoteAddress: anotherAddress() })
 *   const client = app.client({ token: 'wrong', from: anotherAddress })
 */

let last = 0

/** @returns an address of this machine */
export function anotherAddress(): string {
  last++
  return `127.${1 + ((last >> 16) % 255)}.${(last >> 8) % 256}.${last % 256}`
}
