/**
 * Lists of Word, which are paragraphs: their style tells the level and the list, and the bullet or the number is text
 * in a part that says to be ignored. They become lists before anything else is read.
 */
import type { Element } from 'hast'
import { element, isElement, type Node, property, textOf } from './nodes.ts'

const ITEM = /mso-list:\s*l(\d+)\s+level(\d+)\s+lfo(\d+)/i
const IGNORED = /mso-list:\s*Ignore/i
const MAX_LEVEL = 9

interface Item {
  level: number
  /** Paragraphs of one list have the same. */
  list: string
  node: Element
  /** The number of an ordered item as it was written. */
  number: number | undefined
  ordered: boolean
}

/** The children with runs of such paragraphs as nested lists. */
export function rebuildWordLists(nodes: readonly Node[]): Node[] {
  const built: Node[] = []
  let run: Item[] = []
  const end = () => {
    if (run.length > 0) built.push(...nest(run))
    run = []
  }
  for (const node of nodes) {
    const item = itemOf(node)
    if (item) run.push(item)
    else if (run.length === 0 || node.type !== 'text' || node.value.trim() !== '') {
      end()
      built.push(isElement(node) ? { ...node, children: rebuildWordLists(node.children) } : node)
    }
  }
  end()
  return built
}

function itemOf(node: Node): Item | undefined {
  const found = isElement(node) ? ITEM.exec(property(node, 'style') ?? '') : null
  if (!found || !isElement(node)) return undefined
  const marker = markerOf(node)
  const number = /^(\d{1,9})[.)]/.exec(marker)?.[1]
  return {
    level: Math.min(Math.max(Number(found[2]), 1), MAX_LEVEL),
    list: `${found[1]} ${found[3]}`,
    node: withoutMarker(node),
    number: number === undefined ? undefined : Number(number),
    ordered: /^(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(marker),
  }
}

const isMarker = (node: Node): boolean => isElement(node) && IGNORED.test(property(node, 'style') ?? '')

function markerOf(node: Element): string {
  for (const child of node.children) {
    if (!isElement(child)) continue
    const found = isMarker(child) ? textOf(child) : markerOf(child)
    if (found !== '') return found.trim()
  }
  return ''
}

const withoutMarker = (node: Element): Element => ({
  ...node,
  children: node.children
    .filter((child) => !isMarker(child))
    .map((child) => (isElement(child) ? withoutMarker(child) : child)),
})

function nest(items: Item[]): Element[] {
  const roots: Element[] = []
  const open: { level: number; list: string; node: Element }[] = []
  for (const { level, list, node, number, ordered } of items) {
    while (open.length > 0 && open.at(-1)!.level > level) open.pop()
    let holder = open.at(-1)
    const isOther = holder?.level === level && (holder.list !== list || (holder.node.tagName === 'ol') !== ordered)
    if (isOther) open.pop()
    if (!holder || isOther || holder.level < level) {
      const made = element(ordered ? 'ol' : 'ul', ordered && number && number > 1 ? { start: number } : {}, [])
      const parent = open.at(-1)?.node.children.at(-1)
      if (isElement(parent)) parent.children.push(made)
      else roots.push(made)
      open.push((holder = { level, list, node: made }))
    }
    holder.node.children.push(element('li', {}, [{ ...node, tagName: 'p' }]))
  }
  return roots
}
