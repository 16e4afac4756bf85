/** The words of a page that is sent in place of an answer, by its status. */
import type { Words } from './words/words.ts'

/**
 * @param isForm true where a form was sent: the reader learns that its text is not lost
 * @returns the title, and the sentences below it
 */
export function refusalText(words: Words, status: number, isForm: boolean): [string, ...string[]] {
  const { missing, unavailable, foreignForm, tooLong, messageLong, wrongForm, goBack, sendFromPage } = words
  const isLate = status >= 500 || status === 408
  if (!isForm) return [isLate ? unavailable : missing]
  if (isLate) return [unavailable, goBack]
  if (status === 404) return [missing]
  if (status === 403) return [foreignForm, goBack, sendFromPage]
  if (status === 413) return [tooLong, goBack, messageLong]
  return [wrongForm, goBack, sendFromPage]
}
