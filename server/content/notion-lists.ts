/** Lists of Notion's exports: each item is a list of its own there, and neighbours are one. */
import type { Element } from 'hast'
import { classes, isElement, type Node, property } from './nodes.ts'

const LISTS = new Set(['bulleted-list', 'numbered-list', 'to-do-list'])

export function joinNotionLists(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  let last: Element | undefined
  /** The number that the next item of `last` has. */
  let next = 1
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.type !== 'text' || node.value.trim() !== '') last = undefined
      joined.push(node)
      continue
    }
    const children = joinNotionLists(node.children)
    const kind = listOf(node)
    if (kind !== undefined && last && listOf(last) === kind && (node.tagName !== 'ol' || startOf(node) === next)) {
      for (const child of children) last.children.push(child)
      next += itemsIn(children)
      continue
    }
    const own = { ...node, children }
    last = kind === undefined ? undefined : own
    next = startOf(own) + itemsIn(children)
    joined.push(own)
  }
  return joined
}

const listOf = (node: Element): string | undefined =>
  isElement(node, 'ul', 'ol') ? classes(node).find((name) => LISTS.has(name)) : undefined

const startOf = (node: Element): number => Number(property(node, 'start') ?? 1)
const itemsIn = (nodes: readonly Node[]): number => nodes.filter((node) => isElement(node, 'li')).length
