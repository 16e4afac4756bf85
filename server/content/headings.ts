/** Ids of headings: made from their text, so that saving again changes none, and unique in a body. */
import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { isElement, type Node, property, textOf } from './nodes.ts'

/** Gives every heading its id, and points links inside the body at them. Links to nothing become their text. */
export function settleHeadings(
  root: { children: Node[] },
  anchors: ReadonlyMap<string, Element>,
  lose: (what: string) => void,
): void {
  const seen = new Map<string, number>()
  const ids = new Set<string>()
  each(root.children, (heading) => {
    const title = textOf(heading).trim()
    const before = seen.get(title) ?? 0
    seen.set(title, before + 1)
    let id = ''
    for (let salt = before; id === '' || ids.has(id); salt++)
      id = `h_${createHash('sha1').update(`${salt}\0${title}`).digest('hex').slice(0, 10)}`
    ids.add(id)
    heading.properties['id'] = id
  })
  const target = (anchor: string): string | undefined => {
    const name = decode(anchor.slice(1))
    const id =
      property(anchors.get(name) ?? ({ properties: {} } as Element), 'id') ?? (ids.has(name) ? name : undefined)
    if (id === undefined) lose(`the link to ${anchor.slice(0, 200)}`)
    return id
  }
  resolve(root, target)
}

function each(nodes: readonly Node[], visit: (heading: Element) => void): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (/^h[1-6]$/.test(node.tagName)) visit(node)
    else each(node.children, visit)
  }
}

function resolve(parent: { children: Node[] }, target: (anchor: string) => string | undefined): void {
  parent.children = parent.children.flatMap((node) => {
    if (!isElement(node)) return [node]
    resolve(node, target)
    const href = property(node, 'href')
    if (node.tagName !== 'a' || !href?.startsWith('#')) return [node]
    const id = target(href)
    if (id === undefined) return node.children
    node.properties['href'] = `#${id}`
    return [node]
  })
  parent.children = joined(parent.children)
}

function joined(nodes: Node[]): Node[] {
  const kept: Node[] = []
  for (const node of nodes) {
    const last = kept.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else kept.push(node)
  }
  return kept
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}
