/** Content import sources: places that external pages come from. */
import { createImportSource } from './create.ts'
import { deleteImportSource } from './delete.ts'
import { retrieveImportSource } from './get.ts'
import { listImportSources } from './list.ts'
import { updateImportSource } from './update.ts'

export const importSources = [
  listImportSources,
  createImportSource,
  retrieveImportSource,
  updateImportSource,
  deleteImportSource,
]
