/** Internal articles: texts that teammates write for each other. */
import { createInternalArticle } from './create.ts'
import { deleteInternalArticle } from './delete.ts'
import { getInternalArticle } from './get.ts'
import { listInternalArticles } from './list.ts'
import { searchArticles } from './search.ts'
import { updateInternalArticle } from './update.ts'

export const internalArticles = [
  listInternalArticles,
  createInternalArticle,
  searchArticles,
  getInternalArticle,
  updateInternalArticle,
  deleteInternalArticle,
]
