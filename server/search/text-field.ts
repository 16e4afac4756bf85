/**
 * Tokenised HTML: "the search will not be performed against the entire value, but instead against
 * every element of the value separately" (reference of conversations/search). A body
 * "I need support" equals "support"; nothing equals "need support".
 */
import { fragment, type Fragment } from '../db/pool.ts'
import { separated } from './combine.ts'
import type { FieldDefinition } from './fields.ts'
import { invalidValue } from './search-errors.ts'
import { likePattern, STRING_OPERATORS } from './string-field.ts'
import { readString } from './values.ts'

export function text(column: Fragment): FieldDefinition {
  // PostgreSQL's parser knows tags and entities, and the `simple` configuration indexes neither.
  // A vector holds a megabyte at the most, so very long bodies are searched by their beginning.
  const words = fragment`to_tsvector('simple', left(${column}, 100000))`
  const plain = fragment`regexp_replace(${column}, '<[^>]*>', ' ', 'g')`
  return {
    kind: 'words',
    operators: () => STRING_OPERATORS,
    among: (values) => {
      const elements = values.map(readElement).filter((value) => !/\s/.test(value))
      if (elements.length === 0) return fragment`false`
      const queries = elements.map((element) => fragment`phraseto_tsquery('simple', ${element})`)
      return fragment`${words} @@ (${separated(queries, fragment`||`)})`
    },
    compare: (operator, value) => {
      const html = escapeHtml(readElement(value))
      if (operator === '~') return likePattern(plain, operator, html)
      // A word that begins or ends so.
      const literal = html.replaceAll(/[^\p{L}\p{N}_\s]/gu, String.raw`\$&`)
      return fragment`${plain} ~* ${operator === '^' ? String.raw`(^|\W)${literal}` : String.raw`${literal}(\W|$)`}`
    },
    missing: fragment`${column} is null`,
  }
}

/** A regular expression of any length would be too much for PostgreSQL, and no word is that long. */
function readElement(value: unknown): string {
  const element = readString(value)
  if (element.length > 1000) throw invalidValue(value, 'string')
  return element
}

/** Stored bodies are HTML, so text that looks like markup is escaped in them. */
const escapeHtml = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
