/** Code, callouts, foldable parts and figures. */
import type { Element } from 'hast'
import { type Around, type Findings, Flow } from './flow.ts'
import { classes, element, isElement, type Node, style, text, textOf } from './nodes.ts'

const LANGUAGE = /^(?:lang|language)-([\w+#.-]{1,32})$/
export const COLOUR = /^#[0-9a-f]{3,8}$/

export function buildCode(node: Element): Element | undefined {
  const value = textOf(node).replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '')
  if (value === '') return undefined
  const named = [node, ...node.children.filter((child) => isElement(child, 'code'))].flatMap((at) => classes(at))
  const language = named.map((name) => LANGUAGE.exec(name)?.[1]).find(Boolean)
  return element('pre', {}, [element('code', language ? { className: [`language-${language}`] } : {}, [text(value)])])
}

export function buildCallout(node: Element, findings: Findings, around: Around): Element | undefined {
  const blocks = Flow.blocks(node.children, findings, { ...around, align: undefined })
  return blocks.length > 0 ? callout(style(node, 'background-color'), style(node, 'border-color'), blocks) : undefined
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
  const summary = node.children.find((child) => isElement(child, 'summary'))
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
