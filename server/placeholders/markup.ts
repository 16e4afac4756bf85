/** Placeholders as other systems read them in HTML: `<attribute key="user.name" default="there"/>`. */
import { escapeHtml } from '../html.ts'
import { replacePlaceholders } from './placeholder.ts'

export const markPlaceholders = (html: string): string =>
  replacePlaceholders(html, ({ key, fallback }, before) => {
    const otherwise = fallback === null ? '' : ` default="${escapeHtml(fallback)}"`
    return `${before}<attribute key="${escapeHtml(key)}"${otherwise}/>`
  })
