/** The sentence under a page's title in results of search engines, where nobody wrote one. */
import type { ElementContent } from 'hast'
import { textOf } from '../../../content/nodes.ts'

const LENGTH = 160

/** A line of a text, cut between words. */
export function lineOf(text: string): string | undefined {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= LENGTH) return line || undefined
  const cut = line.lastIndexOf(' ', LENGTH - 1)
  return `${line.slice(0, cut > LENGTH / 2 ? cut : LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The beginning of a body. */
export const beginningOf = (nodes: ElementContent[]): string | undefined => lineOf(nodes.map(textOf).join(' '))
