/** Stored HTML as blocks, the form of content in `json_blocks`. Texts of blocks are pieces of HTML. */
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { videoAt } from './videos.ts'
import { readHtml } from './content.ts'
import { classes, isElement, type Node, property, style, textOf } from './nodes.ts'

export type Block = { type: string } & Record<string, unknown>

export const htmlToBlocks = (html: string): Block[] => blocks(readHtml(html).tree.children as Node[])

export const HEADINGS = ['heading', 'subheading', 'subheading3', 'subheading4', 'subheading5', 'subheading6']

/** Cells hold text without a paragraph around it; as content it is one. */
function blocks(nodes: readonly Node[]): Block[] {
  const isText = nodes.length > 0 && !nodes.some((node) => isElement(node) && BLOCKS.has(node.tagName))
  return isText
    ? [{ type: 'paragraph', text: write(nodes) }]
    : nodes.flatMap((node) => (isElement(node) ? block(node) : []))
}

const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 ul ol pre blockquote hr table details figure div iframe'.split(' '))

const write = (nodes: readonly Node[]): string =>
  toHtml({ type: 'root', children: [...nodes] }, { characterReferences: { useNamedReferences: true } })

function block(node: Element): Block[] {
  const align = style(node, 'text-align')
  const shape = { ...(align ? { align } : {}), ...(property(node, 'dir') ? { dir: property(node, 'dir') } : {}) }
  switch (node.tagName) {
    case 'p':
      return [{ type: 'paragraph', text: write(node.children), ...shape }]
    case 'ul':
    case 'ol':
      return [list(node)]
    case 'pre':
      return [code(node)]
    case 'hr':
      return [{ type: 'horizontalRule' }]
    case 'blockquote':
      return [{ type: 'quote', content: blocks(node.children) }]
    case 'table':
      return [{ type: 'table', ...shape, rows: rows(node) }]
    case 'details':
      return [details(node)]
    case 'figure':
      return pictures(
        node.children,
        node.children.find((child) => isElement(child, 'figcaption')),
      )
    case 'iframe':
      return [video(node)]
    case 'div':
      return box(node)
    default:
      return [{ type: HEADINGS[Number(node.tagName[1]) - 1] ?? 'heading', text: write(node.children), ...shape }]
  }
}

const isFlat = (item: Element): boolean =>
  item.children.length === 1 &&
  isElement(item.children[0], 'p') &&
  !item.children[0].properties['style'] &&
  !item.children[0].properties['dir'] &&
  item.properties['value'] === undefined

function list(node: Element): Block {
  const items = node.children.filter((child) => isElement(child))
  const kind = node.tagName === 'ol' ? 'ordered' : 'unordered'
  const order = ['start', 'type', 'reversed', 'dir'].flatMap((name) => {
    const value = node.properties[name]
    return value === undefined ? [] : [[name === 'type' ? 'marker' : name, value] as const]
  })
  return items.every(isFlat)
    ? {
        type: `${kind}List`,
        ...Object.fromEntries(order),
        items: items.map((item) => write((item.children[0] as Element).children)),
      }
    : { type: `${kind}NestedList`, ...Object.fromEntries(order), items: items.map(nestedItem) }
}

const nestedItem = (item: Element): Record<string, unknown> => ({
  ...(item.properties['value'] === undefined ? {} : { value: Number(item.properties['value']) }),
  content: blocks(item.children),
})

function code(node: Element): Block {
  const inner = node.children.find((child) => isElement(child))
  const language = inner && classes(inner)[0]?.slice('language-'.length)
  return { type: 'code', ...(language ? { language } : {}), text: write([{ type: 'text', value: textOf(node) }]) }
}

function rows(node: Element): Record<string, unknown>[] {
  const found = node.children.flatMap((part) => (isElement(part) ? part.children.filter((row) => isElement(row)) : []))
  return found.map((row) => ({
    cells: row.children
      .filter((cell) => isElement(cell))
      .map((cell) => ({
        ...(cell.tagName === 'th' ? { header: true } : {}),
        ...Object.fromEntries(
          ['colSpan', 'rowSpan'].flatMap((name) =>
            cell.properties[name] ? [[name, Number(cell.properties[name])]] : [],
          ),
        ),
        ...(style(cell, 'text-align') ? { align: style(cell, 'text-align') } : {}),
        content: blocks(cell.children),
      })),
  }))
}

function details(node: Element): Block {
  const summary = node.children.find((child) => isElement(child, 'summary'))
  return {
    type: 'collapsibleSection',
    summary: isElement(summary) ? write(summary.children) : '',
    ...(node.properties['open'] ? { open: true } : {}),
    content: blocks(node.children.filter((child) => child !== summary)),
  }
}

function video(node: Element): Block {
  const src = property(node, 'src') ?? ''
  const found = videoAt(src)
  const title = property(node, 'title')
  return { type: 'video', provider: found?.provider ?? '', id: found?.id ?? '', url: src, ...(title ? { title } : {}) }
}

function box(node: Element): Block[] {
  if (classes(node).includes('intercom-interblocks-callout')) {
    const [background, border] = [style(node, 'background-color'), style(node, 'border-color')]
    return [
      {
        type: 'callout',
        style: { ...(background ? { backgroundColor: background } : {}), ...(border ? { borderColor: border } : {}) },
        content: blocks(node.children),
      },
    ]
  }
  const button = node.children.find((child) => isElement(child, 'a'))
  if (isElement(button) && classes(button).includes('intercom-h2b-button'))
    return [{ type: 'button', text: write(button.children), linkUrl: property(button, 'href') }]
  return pictures(node.children)
}

function pictures(nodes: readonly Node[], caption?: Node): Block[] {
  const line = isElement(caption) ? { caption: write(caption.children) } : {}
  return nodes.flatMap((node): Block[] => {
    if (!isElement(node) || node === caption) return []
    if (node.tagName !== 'a') return [{ ...picture(node), ...line }]
    const link = {
      linkUrl: property(node, 'href'),
      ...(property(node, 'title') ? { linkTitle: property(node, 'title') } : {}),
    }
    return node.children.flatMap((child) => (isElement(child) ? [{ ...picture(child), ...link, ...line }] : []))
  })
}

function picture(node: Element): Block {
  const kept = ['width', 'height', 'title'].flatMap((name) =>
    node.properties[name] === undefined
      ? []
      : [[name, name === 'title' ? node.properties[name] : Number(node.properties[name])] as const],
  )
  return {
    type: 'image',
    url: property(node, 'src'),
    altText: property(node, 'alt') ?? '',
    ...Object.fromEntries(kept),
  }
}
