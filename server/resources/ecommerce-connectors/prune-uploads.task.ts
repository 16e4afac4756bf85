/** Deletes uploads of catalogs that nobody went on with. */
import type { Task } from '../../queue/task.ts'
import { deleteAbandoned } from './upload-queries.ts'

const KEPT_MS = 24 * 3600 * 1000

export const pruneCatalogUploads: Task = {
  name: 'prune_catalog_uploads',
  long: true,
  every: '17 * * * *',
  run: ({ db, clock }) => deleteAbandoned(db, new Date(clock.now().getTime() - KEPT_MS)),
}
