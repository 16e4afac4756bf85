/**
 * Ids. Contacts, companies and segments have 24 hex digits that sort by the time of their making;
 * everything else has a decimal number, given by the database.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'

const instance = randomBytes(5).toString('hex')
let counter = randomBytes(3).readUIntBE(0, 3) >> 1

const fixed = new AsyncLocalStorage<Iterator<string>>()

/** Gives the ids to the things that the work makes, in this order, so that they are the same in every workspace. */
export const withIds = <T>(ids: string[], work: () => T): T => fixed.run(ids.values(), work)

const nextFixed = (): string | undefined => fixed.getStore()?.next().value

/** 4 bytes of unix seconds, 5 of this process, 3 of a counter: 24 hex digits. */
export function hexId(now: Date): string {
  const id = nextFixed()
  if (id !== undefined) return id
  counter = (counter + 1) & 0xffffff
  const seconds = Math.floor(now.getTime() / 1000)
  return seconds.toString(16).padStart(8, '0') + instance + counter.toString(16).padStart(6, '0')
}

/** The id of an option of a list. */
export const optionId = (): string => nextFixed() ?? randomUUID()

const JOB_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** The name of a job on the wire: 16 letters and digits, which nobody can guess. */
export const jobIdentifier = (): string =>
  nextFixed() ?? Array.from({ length: 16 }, () => JOB_LETTERS[randomInt(JOB_LETTERS.length)]).join('')

const HEX_ID = /^[0-9a-f]{24}$/
export const isHexId = (id: string): boolean => HEX_ID.test(id)

const NUMBER_ID = /^(0|[1-9][0-9]{0,15})$/
/** The number that a decimal id means, or undefined where it cannot be one. */
export function numberId(id: string | number): number | undefined {
  const text = String(id)
  const value = NUMBER_ID.test(text) ? Number(text) : undefined
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}
