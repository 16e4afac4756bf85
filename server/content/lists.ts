/** Lists. A list directly in a list belongs to the item before it, and items without a list get one. */
import type { Element, Properties } from 'hast'
import { type Around, type Findings, Flow } from './flow.ts'
import { box } from './media.ts'
import { classes, element, isElement, type Node, property, style, text, textOf } from './nodes.ts'

const STRAY = 'stray-items'

/** Adds an item that stands in no list. */
export function addStrayItem(flow: Flow, node: Element, around: Around): void {
  const built = item(node, flow.findings, around)
  if (!built) return
  const last = flow.blocks.at(-1)
  if (last && classes(last).includes(STRAY)) last.children.push(built)
  else flow.push(element('ul', { className: [STRAY] }, [built]))
}

/** Takes the sign of such lists away again. */
export function settleStrayItems(node: Node): void {
  if (!isElement(node)) return
  if (classes(node).includes(STRAY)) delete node.properties['className']
  for (const child of node.children) settleStrayItems(child)
}

export function buildList(node: Element, findings: Findings, around: Around): Element | undefined {
  const items: Element[] = []
  const inner = { ...around, align: undefined }
  for (const child of node.children) {
    if (isElement(child, 'li')) {
      const built = item(child, findings, inner)
      if (built) items.push(built)
      continue
    }
    const blocks = Flow.blocks([child], findings, inner)
    if (blocks.length === 0) continue
    const last = items.at(-1)
    if (last && isElement(child, 'ul', 'ol')) for (const block of blocks) last.children.push(block)
    else items.push(element('li', {}, blocks))
  }
  if (items.length === 0) return undefined
  return element(node.tagName, { ...order(node), ...(around.dir ? { dir: around.dir } : {}) }, items)
}

const MARKERS: Record<string, string> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

function order(node: Element): Properties {
  if (node.tagName !== 'ol') return {}
  const start = property(node, 'start')
  const type = property(node, 'type') ?? MARKERS[style(node, 'list-style-type') ?? '']
  return {
    ...(start && /^-?\d{1,9}$/.test(start) && start !== '1' ? { start: Number(start) } : {}),
    ...(type && /^[aAiI]$/.test(type) ? { type } : {}),
    ...(node.properties['reversed'] ? { reversed: true } : {}),
  }
}

/** Checklists of Google Docs, Confluence and other editors tell by the item whether a task is done. */
function isDone(node: Element): boolean | undefined {
  if (property(node, 'role') === 'checkbox') return String(node.properties['ariaChecked']) === 'true'
  if (property(node, 'dataInlineTaskId') !== undefined) return classes(node).includes('checked')
  const checked = property(node, 'dataChecked')
  return checked === undefined ? undefined : checked !== 'false'
}

function addBox(node: Element, blocks: Element[]): void {
  const done = isDone(node)
  if (done === undefined) return
  const mark = text(box(done))
  const [first] = blocks
  if (!isElement(first, 'p')) blocks.unshift(element('p', { className: ['no-margin'] }, [mark]))
  else if (!/^[☑☐]/.test(textOf(first))) first.children.unshift(mark)
}

function item(node: Element, findings: Findings, around: Around): Element | undefined {
  const blocks = Flow.blocks(node.children, findings, around)
  if (blocks.length === 0 || (blocks.length === 1 && isElement(blocks[0], 'p') && blocks[0].children.length === 0))
    return undefined
  addBox(node, blocks)
  const value = property(node, 'value')
  return element('li', value && /^-?\d{1,9}$/.test(value) ? { value } : {}, blocks)
}
