/** Dynamic contents: pieces of articles that vary by language and brand. */
import { createDynamicContent } from './create.ts'
import { deleteDynamicContent } from './delete.ts'
import { getDynamicContent } from './get.ts'
import { listDynamicContents } from './list.ts'
import { updateDynamicContent } from './update.ts'

export const dynamicContents = [
  listDynamicContents,
  createDynamicContent,
  getDynamicContent,
  updateDynamicContent,
  deleteDynamicContent,
]
