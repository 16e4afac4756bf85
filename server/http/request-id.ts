/**
 * Request ids as the real API forms them: 12 bytes in base 32 (`0-9a-v`), 20 characters. Source:
 * 17 captured errors; the descriptions' `format: uuid` never held.
 */
import { randomBytes } from 'node:crypto'

const DIGITS = '0123456789abcdefghijklmnopqrstuv'
/** Characters of another server's id that are safe in a header, a log line and a body. */
const TAKEN = /^[\w.+/=@:-]{8,128}$/

/** @param given the `X-Request-Id` of a proxy in front, which is kept where it is well formed */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && TAKEN.test(given) ? given : newRequestId()
}

const BYTES = 12
/** Random bytes of the next ids: one draw for each id took a tenth of a request. */
const DRAW = BYTES * 512
let drawn = Buffer.alloc(0)
let used = 0

export function newRequestId(): string {
  if (used === drawn.length) {
    drawn = randomBytes(DRAW)
    used = 0
  }
  const bytes = drawn.subarray(used, (used += BYTES))
  let id = ''
  // 100 bits in groups of five: the last four are no part of the bytes.
  for (let bit = 0; bit < 96; bit += 5) {
    const [at, shift] = [bit >> 3, 11 - (bit & 7)]
    const pair = (bytes[at]! << 8) | (bytes[at + 1] ?? 0)
    id += DIGITS[(pair >> shift) & 31]
  }
  return id
}
