/** Code, callouts, foldable parts and figures. */
import type { Element } from 'hast'
import { type Around, type Findings, Flow } from './flow.ts'
import { coloursOf } from './callouts.ts'
import { classes, element, isElement, type Node, property, style, text } from './nodes.ts'

const LANGUAGE = /^(?:lang|language)-([\w+#.-]{1,32})$/
export const COLOUR = /^#[0-9a-f]{3,8}$/
const NAME = /^[\w+#.-]{1,32}$/

export function buildCode(node: Element): Element | undefined {
  const value = codeText(node.children).replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '')
  if (value === '') return undefined
  const language = [node, ...node.children.filter((child) => isElement(child, 'code'))].map(languageOf).find(Boolean)
  return element('pre', {}, [element('code', language ? { className: [`language-${language}`] } : {}, [text(value)])])
}

/** Named by a class, or by an attribute as in Confluence. */
function languageOf(node: Element): string | undefined {
  const brush = /\bbrush:\s*([^;\s]+)/.exec(property(node, 'dataSyntaxhighlighterParams') ?? '')?.[1]
  const named = [brush, property(node, 'dataLanguage'), property(node, 'dataLang')]
  return (
    classes(node)
      .map((name) => LANGUAGE.exec(name)?.[1])
      .find(Boolean) ?? named.find((name) => name && NAME.test(name))
  )
}

const LINES = new Set(['div', 'p', 'li', 'tr', 'ol', 'ul', 'table', 'tbody'])

/** Editors write a line of code as an element of its own, or end it with a line feed. */
function codeText(nodes: readonly Node[]): string {
  let code = ''
  let isEnded = false
  for (const node of nodes) {
    const isLine = isElement(node) && LINES.has(node.tagName)
    const piece = codeIn(node)
    const breaks = isLine ? code !== '' : isEnded && piece !== '' && !(node.type === 'text' && /^\r?\n/.test(piece))
    if (breaks && !code.endsWith('\n')) code += '\n'
    code += piece
    isEnded = isLine || (isEnded && piece === '')
  }
  return code
}

function codeIn(node: Node): string {
  if (node.type === 'text') return node.value
  if (!isElement(node)) return ''
  return node.tagName === 'br' ? '\n' : codeText(node.children)
}

/** Code that an editor's clipboard has in boxes, a box for each line. */
export const isCodeBox = (node: Element): boolean =>
  node.tagName === 'div' &&
  (style(node, 'white-space') ?? '').startsWith('pre') &&
  /monospace|consolas|courier|menlo|monaco/.test(style(node, 'font-family') ?? '')

export function buildCallout(node: Element, findings: Findings, around: Around): Element | undefined {
  const blocks = Flow.blocks(node.children, findings, { ...around, align: undefined })
  return blocks.length > 0 ? callout(...coloursOf(node), blocks) : undefined
}

/** A coloured box. Colours other than `#rrggbb` with or without alpha are left out. */
function callout(background: string | undefined, border: string | undefined, blocks: Element[]): Element {
  const colours = [
    background && COLOUR.test(background) ? `background-color: ${background};` : '',
    border && COLOUR.test(border) ? `border-color: ${border};` : '',
  ].filter(Boolean)
  return element(
    'div',
    { className: ['intercom-interblocks-callout'], ...(colours.length > 0 ? { style: colours.join(' ') } : {}) },
    blocks,
  )
}

export function buildDetails(node: Element, findings: Findings, around: Around): Element | undefined {
  return foldable(
    node,
    node.children.find((child) => isElement(child, 'summary')),
    { findings, around },
  )
}

/** Foldable parts of Confluence. */
export function buildExpand(node: Element, findings: Findings, around: Around): Element | undefined {
  const control = node.children.find((child) => isElement(child) && classes(child).includes('expand-control'))
  return foldable(node, control, { findings, around })
}

function foldable(
  node: Element,
  summary: Node | undefined,
  { findings, around }: { findings: Findings; around: Around },
): Element | undefined {
  const rest = node.children.filter((child) => child !== summary)
  const line = isElement(summary) ? Flow.line(summary.children, findings, around) : []
  const blocks = Flow.blocks(rest, findings, around)
  if (line.length === 0 && blocks.length === 0) return undefined
  return element('details', node.properties['open'] ? { open: true } : {}, [
    ...(line.length > 0 ? [element('summary', {}, line)] : []),
    ...blocks,
  ])
}

/** A picture with its caption. Other figures are their content, and their caption is a paragraph. */
export function buildFigure(node: Element, findings: Findings, around: Around): Element[] {
  const caption = node.children.find((child) => isElement(child, 'figcaption'))
  const rest: Node[] = node.children.filter((child) => child !== caption)
  const blocks = Flow.blocks(rest, findings, around)
  const line = isElement(caption) ? Flow.line(caption.children, findings, around) : []
  if (line.length === 0) return blocks
  const [only] = blocks
  const isPicture = blocks.length === 1 && isElement(only, 'div') && classes(only).includes('intercom-container')
  return isPicture && isElement(only)
    ? [element('figure', {}, [...only.children, element('figcaption', {}, line)])]
    : [...blocks, element('p', { className: ['no-margin'] }, line)]
}
