/** Prose in the pages: headings, paragraphs, list items and cells of tables, without code. */
import type { Prose } from './source.ts'

/** @returns every paragraph, heading, item and cell of a Markdown page */
export function proseOf(file: string, source: string): Prose[] {
  const lines = source.replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, '')).split('\n')
  const found: Prose[] = []
  let open: Prose | null = null
  for (const [index, line] of lines.entries()) {
    const heading = /^#+\s+(.*)/.exec(line)
    const item = /^\s*(?:[-*]|\d+\.)\s+(.*)/.exec(line)
    if (line.startsWith('|')) {
      for (const text of line.split('|').map((cell) => cell.trim())) found.push({ file, line: index + 1, text })
      open = null
    } else if (heading || item) {
      open = { file, line: index + 1, text: plain((heading ?? item)![1]!) }
      found.push(open)
      if (heading) open = null
    } else if (line.trim() === '') open = null
    else if (open) open.text += ` ${line.trim()}`
    else found.push((open = { file, line: index + 1, text: plain(line) }))
  }
  return found
}

const plain = (text: string): string => text.replaceAll(/^\*\*|^>\s*|^_/g, '').trim()
