/**
 * The language of placeholders in texts that are written once for many: `{{user.name | fallback: 'there'}}`. A text
 * is stored as it was written, and read here whenever it is shown or filled in. Placeholders stand in the text of
 * HTML, not in its tags; text that is no placeholder stays as it is.
 */

export interface Placeholder {
  /** The text as it was written. */
  written: string
  /** Such as `user.name`. */
  key: string
  fallback: string | null
}

const QUOTE = `'|"|&quot;|&#39;|&apos;|‘|’|“|”`
const PLACEHOLDER = new RegExp(
  String.raw`\{\{\s*([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*)\s*(?:\|\s*fallback\s*:\s*(?:${QUOTE})((?:(?!\}\}).)*?)(?:${QUOTE})\s*)?\}\}`,
  'gu',
)
/** Text that looks like a placeholder to a person. */
const BRACES = /\{\{.*?\}\}|\{%.*?%\}/g
const TAG = /(<[^>]*>)/

/** The HTML with each placeholder replaced. @param replace also gets the text before it, and the text that it returns takes the place of both */
export const replacePlaceholders = (
  html: string,
  replace: (placeholder: Placeholder, before: string) => string,
): string =>
  html
    .split(TAG)
    .map((piece, at) => (at % 2 === 1 ? piece : replaceInText(piece, replace)))
    .join('')

function replaceInText(text: string, replace: (placeholder: Placeholder, before: string) => string): string {
  let done = ''
  let rest = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [written, key, fallback] = match
    done = replace(
      { written, key: key!, fallback: fallback === undefined ? null : decode(fallback) },
      done + text.slice(rest, match.index),
    )
    rest = match.index + written.length
  }
  return done + text.slice(rest)
}

/** Every placeholder, and text in braces that is none. */
export function findPlaceholders(html: string): { placeholders: Placeholder[]; others: string[] } {
  const placeholders: Placeholder[] = []
  const rest = replacePlaceholders(html, (placeholder, before) => {
    placeholders.push(placeholder)
    return before
  })
  return { placeholders, others: rest.match(BRACES) ?? [] }
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}
const decode = (html: string) => html.replaceAll(/&(?:lt|gt|quot|#39|apos|nbsp|amp);/g, (entity) => ENTITIES[entity]!)
