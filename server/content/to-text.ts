/** Stored HTML as plain text: a line for each block, for the index, descriptions and highlights. */
import { isElement, type Node, textOf } from './nodes.ts'
import { parseHtml } from './parse.ts'

const HOLDERS = new Set(['ul', 'ol', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'details', 'div', 'figure'])

export const htmlToText = (html: string): string => parseHtml(html).flatMap(lines).join('\n')

function lines(node: Node): string[] {
  if (isElement(node) && HOLDERS.has(node.tagName)) return node.children.flatMap(lines)
  const line = textOf(node).trim()
  return line === '' ? [] : [line]
}
