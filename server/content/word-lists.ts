/**
 * Lists of Word, which are paragraphs: their style tells the level and the list, and the bullet or the number is text
 * in a part that says to be ignored. In a filtered page the style is gone, and the number is known by the tiny blanks
 * behind it. They become lists before anything else is read.
 */
import type { Element } from 'hast'
import { classes, element, isElement, type Node, property, style, textOf } from './nodes.ts'

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
  /** `a`, `A`, `i` or `I` where it counts in letters. */
  letters: string | undefined
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
  if (!isElement(node)) return undefined
  const found = ITEM.exec(property(node, 'style') ?? '')
  if (!found) return filteredItem(node)
  return madeItem(markerOf(node), {
    level: Math.min(Math.max(Number(found[2]), 1), MAX_LEVEL),
    list: `${found[1]} ${found[3]}`,
    node: withoutMarker(node),
  })
}

function madeItem(marker: string, item: Pick<Item, 'level' | 'list' | 'node'>): Item {
  const [, number, letters] = /^(?:(\d{1,9})|([a-z]|[ivxlc]+))[.)]/i.exec(marker) ?? []
  return {
    ...item,
    number: number === undefined ? undefined : Number(number),
    letters: letters && kindOf(letters),
    ordered: number !== undefined || letters !== undefined,
  }
}

/** A list that begins with `i` counts in Roman numbers; one that begins with another letter in the alphabet. */
function kindOf(letters: string): string {
  const kind = letters.length > 1 || letters.toLowerCase() === 'i' ? 'i' : 'a'
  return letters === letters.toUpperCase() ? kind.toUpperCase() : kind
}

/** The blanks between a marker and its text, in a size that nobody reads. */
const SPACING = /font:\s*7(?:\.0)?pt/i
const MARKER = /^(?:[^\p{L}\p{N}\s]|[o§]|(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)])$/iu
const POINTS: Record<string, number> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 }
/** Points by which a level is indented. */
const INDENT = 36

/** An item of a page that was saved without Word's own styles; its level is told by its indentation alone. */
function filteredItem(node: Element): Item | undefined {
  if (!classes(node).some((name) => name.startsWith('MsoListParagraph'))) return undefined
  const split = afterSpacing(node)
  const marker = split?.before.trim() ?? ''
  if (!split || !MARKER.test(marker)) return undefined
  const [, size, unit] = /^([\d.]+)(pt|in|cm|mm|px)$/.exec(style(node, 'margin-left') ?? '') ?? []
  const level = Math.round((Number(size ?? INDENT) * (POINTS[unit ?? 'pt'] ?? 1)) / INDENT)
  return madeItem(marker, {
    level: Math.min(Math.max(level, 1), MAX_LEVEL),
    list: 'filtered',
    node: split.rest,
  })
}

/** The text before the spacing, and the element with what stands behind it. */
function afterSpacing(node: Element): { before: string; rest: Element } | undefined {
  let before = ''
  for (const [at, child] of node.children.entries()) {
    if (isElement(child)) {
      const behind = () => node.children.slice(at + 1)
      if (SPACING.test(property(child, 'style') ?? '')) return { before, rest: { ...node, children: behind() } }
      const inner = afterSpacing(child)
      if (inner) return { before: before + inner.before, rest: { ...node, children: [inner.rest, ...behind()] } }
    }
    before += textOf(child)
    if (before.trim().length > LONGEST_MARKER) return undefined
  }
  return undefined
}

const LONGEST_MARKER = 8

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
  for (const { level, list, node, number, letters, ordered } of items) {
    while (open.length > 0 && open.at(-1)!.level > level) open.pop()
    let holder = open.at(-1)
    const isOther = holder?.level === level && (holder.list !== list || (holder.node.tagName === 'ol') !== ordered)
    if (isOther) open.pop()
    if (!holder || isOther || holder.level < level) {
      const start = number && number > 1 ? { start: number } : {}
      const made = element(ordered ? 'ol' : 'ul', { ...start, ...(letters && { type: letters }) }, [])
      const parent = open.at(-1)?.node.children.at(-1)
      if (isElement(parent)) parent.children.push(made)
      else roots.push(made)
      open.push((holder = { level, list, node: made }))
    }
    holder.node.children.push(element('li', {}, [{ ...node, tagName: 'p' }]))
  }
  return roots
}
