/**
 * Ids. Contacts, companies and segments have 24 hex digits that sort by the time of their making;
 * everything else has a decimal number, given by the database.
 */
import { randomBytes } from 'node:crypto'

const instance = randomBytes(5).toString('hex')
let counter = randomBytes(3).readUIntBE(0, 3) >> 1

/** 4 bytes of unix seconds, 5 of this process, 3 of a counter: 24 hex digits. */
export function hexId(now: Date): string {
  counter = (counter + 1) & 0xffffff
  const seconds = Math.floor(now.getTime() / 1000)
  return seconds.toString(16).padStart(8, '0') + instance + counter.toString(16).padStart(6, '0')
}

const HEX_ID = /^[0-9a-f]{24}$/
export const isHexId = (id: string): boolean => HEX_ID.test(id)

const NUMBER_ID = /^(0|[1-9][0-9]{0,15})$/
/** The number that a decimal id means, or undefined where it cannot be one. */
export function numberId(id: string | number): number | undefined {
  const text = String(id)
  const value = NUMBER_ID.test(text) ? Number(text) : undefined
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}
