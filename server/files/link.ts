/**
 * Links to a file that end. The file's own secret signs them and is not shown, so that a link that was passed on
 * opens nothing once its time is over.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { unix } from '../clock.ts'
import { filePath } from './attachment.ts'
import type { FileRef } from './queries.ts'

/** The path of a file with its query, until a time. */
export function expiringPath(appId: string, { id, secret, name }: FileRef, until: Date): string {
  const expires = unix(until)
  return `${filePath(appId, id, sign(secret, id, expires), name)}?expires=${expires}`
}

/** True if the path names the file's secret, or a signature whose time is not over. */
export function mayRead({ id, secret }: FileRef, given: string, expires: string | undefined, now: Date): boolean {
  if (expires === undefined) return isSame(secret, given)
  const until = /^\d{1,12}$/.test(expires) ? Number(expires) : 0
  return unix(now) < until && isSame(sign(secret, id, until), given)
}

const sign = (secret: string, id: number, expires: number): string =>
  createHmac('sha256', secret).update(`${id}.${expires}`).digest('hex')

function isSame(secret: string, given: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
