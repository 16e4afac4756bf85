/** Tables: rows of cells, with a head where the first row is one. */
import type { Element } from 'hast'
import { type Around, directionOf, type Findings, Flow, shape } from './flow.ts'
import { element, isElement, type Node, property, style } from './nodes.ts'

const SECTIONS = new Set(['thead', 'tbody', 'tfoot'])

export function buildTable(node: Element, findings: Findings, around: Around): Element[] {
  const inner = { ...around, align: undefined }
  if (LAYOUT.has(property(node, 'role') ?? '')) return Flow.blocks(contentsOf(node), findings, inner)
  const rows = rowsOf(node, false).map(({ row, head }) => ({ head, cells: cellsOf(row, findings, inner) }))
  const filled = rows.filter(({ cells }) => cells.length > 0)
  const first = filled[0]
  const caption = node.children.filter((child) => isElement(child, 'caption'))
  const before = Flow.blocks(caption, findings, around)
  if (!first) return before
  const hasHead = first.head || first.cells.every((cell) => cell.tagName === 'th')
  const head = hasHead ? filled.slice(0, 1) : []
  const body = filled.slice(head.length)
  const build = (name: string, from: typeof filled) =>
    from.length === 0
      ? []
      : [
          element(
            name,
            {},
            from.map(({ cells }) => element('tr', {}, name === 'thead' ? cells.map(asHead) : cells)),
          ),
        ]
  return [
    ...before,
    element('table', around.dir ? { dir: around.dir } : {}, [...build('thead', head), ...build('tbody', body)]),
  ]
}

/** Roles of tables that only place their cells, as mail does. */
const LAYOUT = new Set(['presentation', 'none'])

/** The cells in their order, each a box of its own. */
const contentsOf = (node: Element): Node[] =>
  rowsOf(node, false).flatMap(({ row }) =>
    row.children
      .filter((child) => isElement(child, 'td', 'th'))
      .map((cell) => element('div', {}, (cell as Element).children)),
  )

const asHead = (cell: Element): Element => ({ ...cell, tagName: 'th' })

function rowsOf(node: Element, head: boolean): { row: Element; head: boolean }[] {
  return node.children.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [{ row: child, head }]
    return SECTIONS.has(child.tagName) ? rowsOf(child, child.tagName === 'thead') : []
  })
}

const cellsOf = (row: Element, findings: Findings, around: Around): Element[] =>
  row.children.filter((child) => isElement(child, 'td', 'th')).map((cell) => buildCell(cell, findings, around))

function buildCell(cell: Element, findings: Findings, around: Around): Element {
  const align = style(cell, 'text-align') ?? property(cell, 'align')
  const kept = align === 'center' || align === 'right' || align === 'left' ? align : undefined
  const own = directionOf(cell)
  const dir = own ?? around.dir
  const blocks = Flow.blocks(cell.children, findings, { ...around, dir, align: undefined })
  const form = shape({ marks: around.marks, align: kept, dir: own === around.dir ? undefined : own })
  return element(cell.tagName, { ...spans(cell), ...form }, unwrapped(blocks, dir))
}

/** A cell with one plain paragraph, in the direction of the cell, holds its text directly. */
function unwrapped(blocks: Element[], dir: string | undefined): Node[] {
  const [only] = blocks
  const isPlain =
    blocks.length === 1 && isElement(only, 'p') && !only.properties['style'] && only.properties['dir'] === dir
  return isPlain ? only!.children : blocks
}

function spans(cell: Element): Record<string, number> {
  const kept: Record<string, number> = {}
  for (const [name, attribute] of [
    ['colSpan', 'colSpan'],
    ['rowSpan', 'rowSpan'],
  ] as const) {
    const span = Number(property(cell, name))
    if (Number.isInteger(span) && span > 1 && span <= 1000) kept[attribute] = span
  }
  return kept
}
