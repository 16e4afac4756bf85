import { deleteFile } from '../files/queries.ts'
import type { Task } from '../queue/task.ts'
import { listExpired } from './queries.ts'

/** Deletes archives that have expired; until then they are refused by their time. */
export const pruneExports: Task = {
  name: 'prune_exports',
  long: true,
  every: '7 * * * *',
  async run({ db, clock }) {
    for (const { workspace_id, file_id } of await listExpired(db, clock.now()))
      await deleteFile(db, workspace_id, file_id)
  },
}
