/** Words of content as a request gives them: HTML, Markdown or blocks, but one of these alone. */
import type { ApiError } from '../http/errors.ts'
import { cleanHtml, type Content, UnreadableContent } from './content.ts'
import { blocksToHtml, UnreadableBlock } from './from-blocks.ts'
import { markdownToHtml } from './from-markdown.ts'

interface GivenWords {
  body?: string | null
  body_markdown?: string | null
  json_blocks?: unknown[] | null
}

/**
 * @param refuse makes the error of the noun
 * @param note is told of parts that are not kept
 * @returns HTML as it is stored, null where the request clears it, undefined where it gives none
 * @throws for words in two forms, and for words that cannot be read
 */
export function readWords(
  { body, body_markdown, json_blocks }: GivenWords,
  refuse: (message: string, field: string) => ApiError,
  note: (what: string) => void,
): string | null | undefined {
  const forms = Object.entries({ body, body_markdown, json_blocks })
  const [first, second] = forms.filter(([, form]) => form !== undefined && form !== null)
  if (first && second) throw refuse(`${first[0]} and ${second[0]} are mutually exclusive`, second[0])
  if (!first) return forms.some(([, form]) => form === null) ? null : undefined
  try {
    if (typeof body_markdown === 'string') return kept(markdownToHtml(body_markdown), note)
    if (json_blocks) return kept(blocksToHtml(json_blocks), note)
    return typeof body === 'string' ? kept(cleanHtml(body), note) : null
  } catch (error) {
    if (error instanceof UnreadableContent || error instanceof UnreadableBlock) throw refuse(error.message, first[0])
    throw error
  }
}

function kept({ html, lost, changed }: Content, note: (what: string) => void): string {
  for (const what of [...lost, ...changed]) note(what)
  return html
}
