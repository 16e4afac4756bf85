/** Builds content from foreign nodes: a list of blocks, and the line that is being written. */
import type { Element } from 'hast'
import { buildTable } from './tables.ts'
import { buildList, addStrayItem } from './lists.ts'
import { Line, type Marks } from './line.ts'
import { marksIn } from './marks.ts'
import { buildCallout, buildCode, buildDetails, buildExpand, buildFigure, isCodeBox } from './blocks-of-tags.ts'
import { isCallout } from './callouts.ts'
import { videoAt } from './videos.ts'
import { media } from './media.ts'
import { classes, element, isElement, type Node, property, style, textOf } from './nodes.ts'

/** State that an element hands on to those inside it. */
export interface Around {
  marks: Marks
  align?: string | undefined
  dir?: string | undefined
  /** Blanks are shown as they stand. */
  preserved?: boolean
}

/** Findings while one body is converted. */
export interface Findings {
  lost: Set<string>
  /** Headings by the id that they came with. */
  anchors: Map<string, Element>
  /** Names of empty anchors that stand before the next heading. */
  waiting: string[]
}

const BLOCKS = new Set(
  'address article aside center dd dir dialog div dl dt fieldset figcaption figure footer form header hgroup legend main menu nav optgroup option p section search summary caption'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/
const ALIGNMENTS = new Set(['center', 'right', 'justify'])

export class Flow {
  blocks: Element[] = []
  findings: Findings
  #line = new Line()
  #around: Around
  /** Blocks inside become lines of one paragraph. */
  #inline: boolean

  constructor(findings: Findings, around: Around, inline = false) {
    this.findings = findings
    this.#around = around
    this.#inline = inline
  }

  lose = (what: string): void => void this.findings.lost.add(what)

  /** The nodes as blocks. */
  static blocks(nodes: readonly Node[], findings: Findings, around: Around): Element[] {
    const flow = new Flow(findings, around)
    for (const node of nodes) flow.add(node, around)
    flow.close()
    return flow.blocks
  }

  /** The nodes as one line of text. */
  static line(nodes: readonly Node[], findings: Findings, around: Around): Node[] {
    const flow = new Flow(findings, around, true)
    for (const node of nodes) flow.add(node, around)
    return flow.#line.take()
  }

  add(node: Node, around: Around): void {
    if (node.type === 'text') this.#addText(node.value, around)
    else if (isElement(node)) this.#addElement(node, around)
  }

  /** Ends the line: its text becomes a paragraph. */
  close(): void {
    if (this.#inline) {
      this.#line.element(element('br', {}), new Map())
      return
    }
    const nodes = this.#line.take()
    if (nodes.length > 0) this.blocks.push(...(bareVideo(nodes) ?? paragraphs(nodes, this.#around)))
  }

  push(block: Element | undefined): void {
    if (!block) return
    if (this.#inline) for (const child of block.children) this.add(child, { marks: new Map() })
    else this.blocks.push(block)
  }

  #addText(value: string, around: Around): void {
    const shown = value.replaceAll('\0', '')
    this.#line.text(around.preserved ? shown.replaceAll(/ (?= )/g, '\u00a0') : shown, around.marks)
  }

  #addElement(node: Element, around: Around): void {
    const tag = node.tagName
    if (tag === 'br' || tag === 'wbr') {
      if (tag === 'br') this.#line.element(element('br', {}), new Map())
      return
    }
    if (media(node, around, this, this.#line)) return
    if (tag === 'a' && node.children.length === 0) this.findings.waiting.push(...namesIn(node))
    if (tag === 'li') return this.#block(around, () => addStrayItem(this, node, around))
    if (isButton(node)) return this.#block(around, () => this.#pushAll(button(node, this)))
    const inner = inside(node, around, this)
    const built = this.#inline ? undefined : builder(node)
    if (built) return this.#block(inner, () => this.#pushAll(built(node, this.findings, inner)))
    if (!BLOCKS.has(tag) && !HEADING.test(tag)) {
      const [before, after] = tag === 'q' ? ['“', '”'] : ['', '']
      this.#addText(before, inner)
      for (const child of node.children) this.add(child, inner)
      this.#addText(after, inner)
      if (tag === 'abbr') this.#addMeaning(node, around)
      return
    }
    this.#block(inner, () => {
      const before = this.blocks.length
      for (const child of node.children) this.add(child, inner)
      this.close()
      if (tag === 'p' && !this.#inline && this.blocks.length === before) this.blocks.push(...paragraphs([], inner))
    })
  }

  /** The words that an abbreviation stands for. */
  #addMeaning(node: Element, around: Around): void {
    const meaning = property(node, 'title')?.trim()
    if (meaning) this.#addText(` (${meaning})`, around)
  }

  #pushAll(blocks: Element | Element[] | undefined): void {
    for (const block of Array.isArray(blocks) ? blocks : [blocks]) this.push(block)
  }

  #block(around: Around, build: () => void): void {
    this.close()
    const outer = this.#around
    this.#around = around
    build()
    this.close()
    this.#around = outer
  }
}

type Build = (node: Element, findings: Findings, around: Around) => Element | Element[] | undefined

function builder(node: Element): Build | undefined {
  const tag = node.tagName
  if (HEADING.test(tag)) return buildHeading
  if (isCallout(node)) return buildCallout
  if (isCodeBox(node)) return buildCode
  if (tag === 'div' && classes(node).includes('expand-container')) return buildExpand
  return Object.hasOwn(BUILDERS, tag) ? BUILDERS[tag] : undefined
}

const BUILDERS: Record<string, Build> = {
  ul: buildList,
  ol: buildList,
  pre: buildCode,
  listing: buildCode,
  xmp: buildCode,
  plaintext: buildCode,
  table: buildTable,
  details: buildDetails,
  figure: buildFigure,
  hr: () => element('hr', {}),
  blockquote: (node, findings, around) => {
    const blocks = Flow.blocks(node.children, findings, around)
    return blocks.length > 0 ? element('blockquote', {}, blocks) : undefined
  },
}

function buildHeading(node: Element, findings: Findings, around: Around): Element[] {
  const line = Flow.line(node.children, findings, around)
  if (line.length === 0) return []
  // A picture alone is no heading.
  if (line.every((child) => textOf(child) === '')) return paragraphs(line, around)
  const heading = element(node.tagName, shape(around), line)
  for (const name of [...findings.waiting.splice(0), ...namesIn(node)])
    if (!findings.anchors.has(name)) findings.anchors.set(name, heading)
  return [heading]
}

/** Names that links can have for the element or for what stands in it. */
const namesIn = (node: Element): string[] => [
  ...[property(node, 'id'), node.tagName === 'a' ? property(node, 'name') : undefined].filter(
    (name) => name !== undefined,
  ),
  ...node.children.flatMap((child) => (isElement(child) ? namesIn(child) : [])),
]

/** State inside an element: its marks, alignment and direction. */
function inside(node: Element, around: Around, flow: Flow): Around {
  const inner: Around = { ...around, marks: marksIn(node, around.marks, flow.lose) }
  const aligned =
    classes(node)
      .map((name) => /^(?:intercom-interblocks-align|wysiwyg-text-align)-(\w+)$/.exec(name)?.[1])
      .find(Boolean) ??
    style(node, 'text-align') ??
    property(node, 'align') ??
    (node.tagName === 'center' ? 'center' : undefined)
  if (aligned !== undefined && node.tagName !== 'table') inner.align = ALIGNMENTS.has(aligned) ? aligned : undefined
  const dir = directionOf(node)
  if (DIRECTED.has(node.tagName)) isolate(node, dir, inner, around)
  else if (dir !== undefined && (dir !== 'ltr' || around.dir !== undefined)) inner.dir = dir
  const blanks = style(node, 'white-space')
  if (blanks) inner.preserved = blanks.startsWith('pre')
  return inner
}

/** Elements inside a line, of which a direction isolates the text, as `bdi` does. */
const DIRECTED = new Set(
  'a abbr b bdi cite code data em font i kbd label mark q s small span strong sub sup time u'.split(' '),
)

function isolate(node: Element, dir: string | undefined, inner: Around, around: Around): void {
  if (dir === undefined || (dir === around.dir && node.tagName !== 'bdi')) return
  inner.marks = new Map(inner.marks).set('bdi', dir === 'auto' ? {} : { dir })
}

/** The direction that an element names. */
export function directionOf(node: Element): 'ltr' | 'rtl' | 'auto' | undefined {
  const dir = property(node, 'dir')?.toLowerCase()
  return dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? dir : undefined
}

/** Properties of a paragraph or a heading. */
export function shape({ align, dir }: Around): Record<string, string> {
  return { ...(align ? { style: `text-align: ${align}` } : {}), ...(dir ? { dir } : {}) }
}

const isPicture = (node: Node): boolean =>
  node.type === 'element' &&
  (node.tagName === 'img' || (node.tagName === 'a' && node.children.length > 0 && node.children.every(isPicture)))

/** A paragraph; pictures alone stand in boxes, one each. */
export const paragraphs = (nodes: Node[], around: Around): Element[] =>
  nodes.length > 0 && nodes.every((node) => isPicture(node) || isBlank(node))
    ? nodes.flatMap((node) => (isBlank(node) ? [] : pictures(node)))
    : [element('p', { className: ['no-margin'], ...shape(around) }, nodes)]

const isBlank = (node: Node): boolean =>
  node.type === 'text' ? node.value.trim() === '' : isElement(node) && node.tagName === 'br'

const box = (inner: Node): Element => element('div', { className: ['intercom-container'] }, [inner])

function pictures(node: Node): Element[] {
  if (!isElement(node) || node.tagName === 'img') return [box(node)]
  return node.children.map((child) => box({ ...node, children: [child] }))
}

/** An address alone in a paragraph is the video behind it. */
function bareVideo(nodes: Node[]): Element[] | undefined {
  const [only] = nodes
  const video = nodes.length === 1 && only?.type === 'text' ? videoAt(only.value) : undefined
  return video && [element('iframe', { src: video.src, allowFullScreen: true })]
}

const isButton = (node: Element) => node.tagName === 'a' && classes(node).includes('intercom-h2b-button')

function button(node: Element, flow: Flow): Element[] {
  const line = Flow.line(node.children, flow.findings, { marks: new Map() })
  if (line.length === 0) return []
  const link = marksIn(element('a', { href: node.properties['href'] }), new Map(), flow.lose).get('a')
  if (!link?.['target']) return paragraphs(line, { marks: new Map() })
  const linked = element('a', { ...link, className: ['intercom-h2b-button'] }, line)
  return [element('div', { className: ['intercom-container'] }, [linked])]
}
