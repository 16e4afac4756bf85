/** Lists of Notion's exports: each item is a list of its own there, and neighbours are one. */
import type { Element } from 'hast'
import { classes, isElement, type Node, property } from './nodes.ts'

const LISTS = new Set(['bulleted-list', 'numbered-list', 'to-do-list'])

export function joinNotionLists(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  let last: Element | undefined
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.type !== 'text' || node.value.trim() !== '') last = undefined
      joined.push(node)
      continue
    }
    const children = joinNotionLists(node.children)
    const kind = listOf(node)
    if (kind !== undefined && last && listOf(last) === kind && follows(last, node)) {
      for (const child of children) last.children.push(child)
      continue
    }
    const own = { ...node, children }
    last = kind === undefined ? undefined : own
    joined.push(own)
  }
  return joined
}

const listOf = (node: Element): string | undefined =>
  isElement(node, 'ul', 'ol') ? classes(node).find((name) => LISTS.has(name)) : undefined

/** Numbers go on where those before them end. */
const follows = (before: Element, node: Element): boolean =>
  node.tagName !== 'ol' ||
  Number(property(node, 'start') ?? 1) ===
    Number(property(before, 'start') ?? 1) + before.children.filter((child) => isElement(child, 'li')).length
