/** Words of a snippet as a request gives them. */
import { readWords } from '../../content/given-words.ts'
import { invalid } from './details.ts'
import { withoutTitle } from './titled-markdown.ts'

/**
 * @param titles titles that the Markdown may begin with
 * @param note is told of parts that are not kept
 * @returns undefined where the request gives none. @throws 422 validation_error
 */
export function wordsOf(
  { json_blocks, body_markdown }: { json_blocks?: unknown[]; body_markdown?: string },
  titles: string[],
  note: (what: string) => void,
): string | undefined {
  const markdown = body_markdown === undefined ? {} : { body_markdown: withoutTitle(body_markdown, titles) }
  return readWords({ ...(json_blocks && { json_blocks }), ...markdown }, invalid, note) ?? undefined
}
