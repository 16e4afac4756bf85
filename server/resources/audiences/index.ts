/** Audiences: contacts that predicates describe, for whom content can be meant. */
import { createAudience } from './create.ts'
import { deleteAudience } from './delete.ts'
import { retrieveAudience } from './get.ts'
import { listAudiences } from './list.ts'
import { previewAudience } from './settings/preview.ts'
import { updateAudience } from './update.ts'

export const audiences = [
  listAudiences,
  createAudience,
  retrieveAudience,
  updateAudience,
  deleteAudience,
  previewAudience,
]
