/** Deletes uploads of catalogs that nobody went on with, and ends the ones whose job was given up. */
import type { Task } from '../../queue/task.ts'
import { NOT_REMOVED } from './items.ts'
import { deleteAbandoned, endGivenUp } from './upload-queries.ts'

const KEPT_MS = 24 * 3600 * 1000

export const pruneCatalogUploads: Task = {
  name: 'prune_catalog_uploads',
  long: true,
  every: '17 * * * *',
  async run({ db, clock }) {
    const now = clock.now()
    await deleteAbandoned(db, new Date(now.getTime() - KEPT_MS))
    await endGivenUp(db, NOT_REMOVED, now)
  },
}
