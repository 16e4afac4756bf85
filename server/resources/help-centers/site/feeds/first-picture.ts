import type { Nodes } from 'hast'

/** The address of the first picture in a text, for the card of its page. */
export function firstPicture(nodes: readonly Nodes[]): string | undefined {
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'img' && typeof node.properties['src'] === 'string')
      return node.properties['src']
    const inside = 'children' in node ? firstPicture(node.children) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}
