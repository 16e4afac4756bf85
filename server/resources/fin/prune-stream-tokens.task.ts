/** Deletes tokens of streams that have expired; until then they are refused by their time. */
import type { Task } from '../../queue/task.ts'
import { deleteExpiredTokens } from './stream-tokens.ts'

export const pruneFinStreamTokens: Task = {
  name: 'prune_fin_stream_tokens',
  every: '*/10 * * * *',
  run: ({ db, clock }) => deleteExpiredTokens(db, clock.now()),
}
