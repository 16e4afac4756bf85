/** HTML with the values of its placeholders. */
import { escapeHtml } from '../html.ts'
import { replacePlaceholders } from './placeholder.ts'

export interface Filled {
  html: string
  /** Keys that have neither a value nor a fallback. */
  missing: string[]
}

/**
 * A placeholder becomes its value, or else its fallback, or else nothing, together with the blank before it. One that
 * is unknown stays as it was written.
 * @param valueOf the value of a key; null where there is none, undefined where the key means nothing
 */
export function fillPlaceholders(
  html: string,
  valueOf: (key: string) => string | number | boolean | null | undefined,
): Filled {
  const missing: string[] = []
  const filled = replacePlaceholders(html, ({ written, key, fallback }, before) => {
    const value = valueOf(key)
    if (value === undefined) return before + written
    const text = value === null || value === '' ? fallback : String(value)
    if (text) return before + escapeHtml(text)
    missing.push(key)
    return before.replace(/[ \t]$/, '')
  })
  return { html: filled, missing: [...new Set(missing)] }
}
