/**
 * A thread that was merged into another is over: the primary one goes on in its place. It can be read, redacted and
 * deleted, its parts tell whether they arrived, and trackers can be unlinked from it. Every other operation that writes
 * to it is refused here.
 */
import { apiError, type ApiError } from '../http/errors.ts'
import type { ThreadRow } from './thread.ts'

type Merged = Pick<ThreadRow, 'merged_into_id'>

export const isMerged = ({ merged_into_id }: Merged): boolean => merged_into_id !== null

/** @throws 422 merge_failed, naming the primary conversation */
export function refuseMerged(thread: Merged): void {
  if (isMerged(thread)) throw mergeFailed(`Conversation has been merged into conversation ${thread.merged_into_id}`)
}

export const mergeFailed = (message: string): ApiError => apiError(422, 'merge_failed', message)
