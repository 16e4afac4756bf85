/** Sections of stored HTML: a heading and the blocks below it, as trees. */
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { isElement, textOf, type Node } from '../content/nodes.ts'
import { parseHtml } from '../content/parse.ts'
import { escapeHtml, sanitiseBody } from '../html.ts'

export interface Section {
  heading: Node | undefined
  blocks: Node[]
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const BLOCKS = [...HEADINGS, 'p', 'div', 'ul', 'ol', 'table', 'pre', 'blockquote']

const ROOM = 1200
/** The longest list or table that is shown whole. */
const MOST = 6000

export function sectionsOf(html: string): Section[] {
  const sections: Section[] = [{ heading: undefined, blocks: [] }]
  for (const node of parseHtml(html).flatMap(unwrap)) {
    if (isElement(node, ...HEADINGS)) sections.push({ heading: { ...node, properties: {} }, blocks: [] })
    else if (lineOf(node) !== '') sections.at(-1)!.blocks.push(node)
  }
  return sections.filter(({ heading, blocks }) => heading || blocks.length > 0)
}

/** Blocks that a container holds, as imported pages have them. */
const unwrap = (node: Node): Node[] =>
  isElement(node, 'div', 'details') && node.children.some((child) => isElement(child, ...BLOCKS))
    ? node.children.flatMap(unwrap)
    : [node]

const SPACED = ['li', 'tr', 'th', 'td', 'p', ...BLOCKS]

/** The text in one line, the words of cells and items apart. */
export const lineOf = (node: Node): string => spaced(node).replaceAll(/\s+/g, ' ').trim()

function spaced(node: Node): string {
  if (!isElement(node)) return textOf(node)
  const inner = node.children.map((child: ElementContent) => spaced(child)).join('')
  return isElement(node, ...SPACED, 'br') ? ` ${inner} ` : inner
}

/** Sentences, and rows and items by themselves. */
export function clausesOf(node: Node): string[] {
  const inner = isElement(node, 'ul', 'ol', 'table', 'thead', 'tbody', 'blockquote')
  if (inner) return node.children.flatMap(clausesOf)
  return lineOf(node)
    .split(/(?<=[.;!?。！？؟])\s*/)
    .filter((clause) => clause !== '')
}

export const partsOf = ({ heading, blocks }: Section): Node[] => (heading ? [heading, ...blocks] : blocks)

/** As many whole blocks as there is room for, from the first one where all of them fit, else from the best one. */
export function shownOf(section: Section, best: number): Node[] {
  const { heading, blocks } = section
  const lengths = blocks.map((block) => lineOf(block).length)
  const whole = lengths.reduce((sum, length) => sum + length, 0) <= ROOM
  const shown: Node[] = []
  let room = ROOM
  for (const [at, block] of blocks.entries()) {
    if (!whole && at < best) continue
    room -= lengths[at]!
    if (room < 0 && shown.length > 0) break
    shown.push(block)
  }
  return heading ? [heading, ...shown] : shown
}

/** Blocks as the body of a message. */
export const bodyOf = (nodes: Node[]): string =>
  nodes.map((node) => sanitiseBody(isTooLong(node) ? cut(lineOf(node)) : toHtml(node))).join('')

/** A list or a table is whole or not there at all; running text may be cut. */
const isTooLong = (node: Node): boolean => lineOf(node).length > (isElement(node, 'ul', 'ol', 'table') ? MOST : ROOM)

/** Ends with a whole sentence where there is one. */
function cut(text: string): string {
  const short = text.slice(0, ROOM)
  const end = Math.max(short.lastIndexOf('. '), short.lastIndexOf('! '), short.lastIndexOf('? '))
  return `<p>${escapeHtml(end > ROOM / 3 ? short.slice(0, end + 1) : `${short.toWellFormed()} …`)}</p>`
}
