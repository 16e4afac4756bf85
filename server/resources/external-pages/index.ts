/** External pages: content of other places, which clients put into a content import source. */
import { createExternalPage } from './create.ts'
import { deleteExternalPage } from './delete.ts'
import { getExternalPage } from './get.ts'
import { listPages } from './list.ts'
import { updateExternalPage } from './update.ts'

export const externalPages = [listPages, createExternalPage, getExternalPage, updateExternalPage, deleteExternalPage]
