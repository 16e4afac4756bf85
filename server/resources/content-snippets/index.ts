/** Content snippets: short answers for assistants and teammates. */
import { createContentSnippet } from './create.ts'
import { deleteContentSnippet } from './delete.ts'
import { getContentSnippet } from './get.ts'
import { listContentSnippets } from './list.ts'
import { updateContentSnippet } from './update.ts'

export const contentSnippets = [
  listContentSnippets,
  createContentSnippet,
  getContentSnippet,
  updateContentSnippet,
  deleteContentSnippet,
]
