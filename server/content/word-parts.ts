/**
 * Parts of Word's HTML that are no content: its contents list with dots and page numbers, text that was deleted while
 * changes were tracked, and the numbers of headings, which are text. The title is the first heading.
 */
import { classes, element, isElement, type Node, property, textOf } from './nodes.ts'

const CONTENTS_LINE = /^MsoToc(?:\d|Heading)$/
/** Styles of paragraphs that HTML has elements for. */
const STYLES: [RegExp, string][] = [
  [/^MsoTitle$/, 'h1'],
  [/^MsoHeading[789]$/, 'h6'],
  [/^Mso(?:Intense)?Quote$/, 'blockquote'],
]
const IGNORED = /mso-list:\s*Ignore/i
const HEADING = /^h[1-6]$/

/** @param lose is told of the parts that are left out */
export function readWordParts(nodes: readonly Node[], lose: (what: string) => void): Node[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [node]
    if (classes(node).some((name) => CONTENTS_LINE.test(name))) {
      lose('the contents list of Word')
      return []
    }
    const tracked = trackedChange(node)
    if (tracked === 'del') {
      lose(`the deleted text ${textOf(node).trim().slice(0, 100)}`)
      return []
    }
    const inner = readWordParts(node.children, lose)
    if (tracked === 'ins') return inner
    if (HEADING.test(node.tagName)) return [{ ...node, children: withoutNumbers(inner) }]
    const styled = classes(node)
      .map((name) => STYLES.find(([pattern]) => pattern.test(name))?.[1])
      .find(Boolean)
    if (styled === 'blockquote') return [element(styled, {}, [{ ...node, children: inner }])]
    if (styled) return [element(styled, node.properties, inner)]
    return [{ ...node, children: inner }]
  })
}

/** Word names the author of a change as an address; other pages mean struck or underlined text. */
function trackedChange(node: Node): string | undefined {
  if (!isElement(node, 'del', 'ins')) return undefined
  const isTracked = property(node, 'cite')?.startsWith('mailto:') && property(node, 'dateTime') !== undefined
  return isTracked ? node.tagName : undefined
}

const withoutNumbers = (nodes: readonly Node[]): Node[] =>
  nodes
    .filter((node) => !isElement(node) || !IGNORED.test(property(node, 'style') ?? ''))
    .map((node) => (isElement(node) ? { ...node, children: withoutNumbers(node.children) } : node))
