/** Marks of foreign elements. Styles go before tags: editors wrap a whole paste in `<b style="font-weight:normal">`. */
import type { Element } from 'hast'
import { linkAddress } from './addresses.ts'
import type { Mark, Marks } from './line.ts'
import { classes, property, style } from './nodes.ts'

const BY_TAG: Record<string, Mark> = {
  b: 'b',
  strong: 'b',
  i: 'i',
  em: 'i',
  cite: 'i',
  dfn: 'i',
  var: 'i',
  u: 'u',
  ins: 'u',
  s: 's',
  del: 's',
  strike: 's',
  mark: 'mark',
  sup: 'sup',
  sub: 'sub',
  kbd: 'kbd',
  code: 'code',
  tt: 'code',
  samp: 'code',
  bdi: 'bdi',
  // A term and its explanation are paragraphs.
  dt: 'b',
}

/** Paragraphs that are the titles of boxes, in Confluence and elsewhere. */
const TITLE = /^(?:admonition-)?title$/

const isBold = (weight: string) => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600

/** The marks of text inside the element. `lose` is told of addresses that cannot be kept. */
export function marksIn(node: Element, around: Marks, lose: (what: string) => void): Marks {
  const marks = new Map(around)
  const tag = Object.hasOwn(BY_TAG, node.tagName) ? BY_TAG[node.tagName] : undefined
  if (tag) marks.set(tag, {})
  if (node.tagName === 'p' && classes(node).some((name) => TITLE.test(name))) marks.set('b', {})
  if (node.tagName === 'bdo') marks.set('bdo', { dir: property(node, 'dir') === 'rtl' ? 'rtl' : 'ltr' })
  if (node.tagName === 'a') setLink(node, marks, lose)
  const toggle = (mark: Mark, on: boolean) => (on ? marks.set(mark, {}) : marks.delete(mark))
  const weight = style(node, 'font-weight')
  if (weight) toggle('b', isBold(weight))
  const slant = style(node, 'font-style')
  if (slant) toggle('i', slant === 'italic' || slant === 'oblique')
  const lines = `${style(node, 'text-decoration') ?? ''} ${style(node, 'text-decoration-line') ?? ''}`
  if (lines.includes('line-through')) marks.set('s', {})
  if (lines.includes('underline') && !marks.has('a')) marks.set('u', {})
  const height = style(node, 'vertical-align')
  if (height === 'super') marks.set('sup', {})
  if (height === 'sub') marks.set('sub', {})
  return marks
}

function setLink(node: Element, marks: Map<Mark, Record<string, string>>, lose: (what: string) => void): void {
  const address = property(node, 'href')
  if (address === undefined) return
  const link = linkProperties(address, property(node, 'title'))
  if (link) marks.set('a', link)
  else lose(`the link to ${address.slice(0, 200)}`)
}

/** The properties of a link; `undefined` if the address may not be linked. Anchors are resolved once all headings are known. */
export function linkProperties(address: string, title?: string): Record<string, string> | undefined {
  const anchor = address.trim()
  if (/^#./.test(anchor)) return { href: anchor }
  const href = linkAddress(address)
  if (href === undefined) return undefined
  return {
    href,
    ...(title ? { title } : {}),
    target: '_blank',
    rel: 'noopener',
    className: 'intercom-content-link',
  }
}
