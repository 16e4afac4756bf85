/** Stored HTML as Markdown of GitHub's kind. Content that Markdown cannot express stays in it as HTML. */
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { BlockContent, ListItem, PhrasingContent, RootContent, Table, TableCell } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { readHtml } from './content.ts'
import { classes, isElement, type Node, property, textOf } from './nodes.ts'

export const htmlToMarkdown = (html: string): string => treeToMarkdown(readHtml(html).tree)

/** The same where the tree is at hand. */
export function treeToMarkdown(tree: Root): string {
  return toMarkdown(
    { type: 'root', children: blocks(tree.children as Node[]) },
    {
      bullet: '-',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      resourceLink: false,
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    },
  )
}

function blocks(nodes: readonly Node[]): RootContent[] {
  return nodes.flatMap((node) => (isElement(node) ? block(node) : []))
}

function block(node: Element): RootContent[] {
  if ((property(node, 'style') && node.tagName !== 'div') || property(node, 'dir')) return [raw(node)]
  switch (node.tagName) {
    case 'p':
      return node.children.length > 0 ? [{ type: 'paragraph', children: words(node.children) }] : []
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ type: 'heading', depth: Number(node.tagName[1]) as 1, children: words(node.children) }]
    case 'ul':
    case 'ol':
      return hasPlainItems(node) ? [list(node)] : [raw(node)]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocks(node.children) as BlockContent[] }]
    case 'pre':
      return [code(node)]
    case 'hr':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return [isPlainTable(node) ? table(node) : raw(node)]
    case 'details':
      return details(node)
    case 'div':
      return box(node)
    default:
      return [raw(node)]
  }
}

/** HTML in Markdown ends at an empty line, so that line feeds are written as references. */
const raw = (node: Node): { type: 'html'; value: string } => ({ type: 'html', value: asHtml(node) })

const asHtml = (node: Node): string =>
  toHtml(withoutIds(node), { characterReferences: { useNamedReferences: true } }).replaceAll('\n', '&#10;')

/** Ids of headings are made again when the Markdown is read. */
function withoutIds(node: Node): Node {
  if (!isElement(node)) return node
  const { id: _, ...properties } = node.properties
  return { ...node, properties, children: node.children.map(withoutIds) }
}

const open = (node: Element): string => asHtml({ ...node, children: [] }).replace(/<\/[a-z]+>$/, '')

function details(node: Element): RootContent[] {
  const summary = node.children.filter((child) => isElement(child, 'summary'))
  const rest = node.children.filter((child) => !summary.includes(child as Element))
  return [
    { type: 'html', value: open(node) + summary.map(asHtml).join('') },
    ...blocks(rest),
    { type: 'html', value: '</details>' },
  ]
}

function box(node: Element): RootContent[] {
  if (classes(node).includes('intercom-interblocks-callout'))
    return [{ type: 'html', value: open(node) }, ...blocks(node.children), { type: 'html', value: '</div>' }]
  const isButton = node.children.some((child) => isElement(child) && classes(child).includes('intercom-h2b-button'))
  return isButton ? [raw(node)] : [{ type: 'paragraph', children: words(node.children) }]
}

function code(node: Element): RootContent {
  const inner = node.children.find((child) => isElement(child, 'code'))
  const language = isElement(inner) ? classes(inner)[0]?.slice('language-'.length) : undefined
  return { type: 'code', lang: language ?? null, value: textOf(node) }
}

/** Markdown numbers from a start and downward never; letters and odd numbers stay HTML. */
const hasPlainItems = (node: Element): boolean =>
  !node.properties['type'] &&
  !node.properties['reversed'] &&
  node.children.every((item) => isElement(item) && !property(item, 'value'))

function list(node: Element): RootContent {
  const items = node.children.filter((child) => isElement(child))
  return {
    type: 'list',
    ordered: node.tagName === 'ol',
    start: node.tagName === 'ol' ? Number(node.properties['start'] ?? 1) : null,
    spread: false,
    children: items.map((item): ListItem => ({
      type: 'listItem',
      spread: item.children.filter((child) => !isElement(child, 'ul', 'ol')).length > 1,
      children: blocks(item.children) as BlockContent[],
    })),
  }
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((part) => (isElement(part) ? part.children.filter((row) => isElement(row)) : []))
}

const INLINE = new Set(['a', 'b', 'i', 'u', 's', 'mark', 'sup', 'sub', 'kbd', 'code', 'bdi', 'bdo', 'br', 'img'])

const isPlain = (cell: Node): boolean =>
  isElement(cell) &&
  !cell.properties['colSpan'] &&
  !cell.properties['rowSpan'] &&
  !cell.properties['dir'] &&
  cell.children.every((child) => !isElement(child) || INLINE.has(child.tagName))

const isHeadOfRow = (row: Element, index: number): boolean =>
  index > 0 && row.children.some((cell) => isElement(cell, 'th'))

function isPlainTable(node: Element): boolean {
  const isHeaded = isElement(node.children[0], 'thead')
  const rows = rowsOf(node)
  const width = rows[0]?.children.length
  return (
    isHeaded &&
    rows.every((row) => row.children.length === width && row.children.every(isPlain)) &&
    !rows.some(isHeadOfRow) &&
    columns(rows) !== undefined
  )
}

type Align = 'left' | 'center' | 'right' | null

const alignOf = (cell: Node | undefined): Align =>
  isElement(cell) ? ((property(cell, 'style')?.slice('text-align: '.length) as Align | undefined) ?? null) : null

/** The alignment of each column; `undefined` if cells of one column differ. */
function columns(rows: Element[]): Align[] | undefined {
  const first = rows[0]?.children.map(alignOf) ?? []
  return rows.every((row) => row.children.every((cell, at) => alignOf(cell) === first[at])) ? first : undefined
}

function table(node: Element): Table {
  const rows = rowsOf(node)
  return {
    type: 'table',
    align: columns(rows) ?? [],
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.children.map((cell): TableCell => ({
        type: 'tableCell',
        children: isElement(cell) ? words(cell.children, true) : [],
      })),
    })),
  }
}

function words(nodes: readonly Node[], inCell = false): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }]
    return isElement(node) ? phrase(node, inCell) : []
  })
}

function phrase(node: Element, inCell: boolean): PhrasingContent[] {
  const inner = () => words(node.children, inCell)
  const title = property(node, 'title') ?? null
  switch (node.tagName) {
    case 'b':
      return [{ type: 'strong', children: inner() }]
    case 'i':
      return [{ type: 'emphasis', children: inner() }]
    case 's':
      return [{ type: 'delete', children: inner() }]
    case 'code':
      return [{ type: 'inlineCode', value: textOf(node) }]
    case 'a':
      return [{ type: 'link', url: property(node, 'href') ?? '', title, children: inner() as [] }]
    case 'br':
      return [inCell ? { type: 'html', value: '<br>' } : { type: 'break' }]
    case 'img':
      return property(node, 'width') || property(node, 'height')
        ? [raw(node)]
        : [{ type: 'image', url: property(node, 'src') ?? '', alt: property(node, 'alt') ?? '', title }]
    default:
      return within(node, inner())
  }
}

const within = (node: Element, inner: PhrasingContent[]): PhrasingContent[] => [
  { type: 'html', value: open(node) },
  ...inner,
  { type: 'html', value: `</${node.tagName}>` },
]
