/**
 * The stored body of an article as it stands in its page: without inline styles, which the page's policy forbids, its
 * headings below the page's title, wide parts in boxes that scroll. Stored addresses are whole; addresses of this
 * help center and of files that are kept here point at the page's own host, where it has them.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { classes, isElement, property, style, textOf } from '../../../content/nodes.ts'
import { parseHtml } from '../../../content/parse.ts'
import { sanitiseTree } from '../../../html.ts'
import { toneOf } from '../look/tone.ts'
import { localFile, localPage } from './local-address.ts'
import type { Site } from './place.ts'
import type { Words } from './words/words.ts'

export interface Heading {
  id: string
  level: number
  text: string
}

export interface Body {
  nodes: ElementContent[]
  /** Headings of the contents list, in their order. */
  headings: Heading[]
}

/** Levels of headings that the contents list shows. */
const LISTED = 3

export function bodyOf(html: string, { site, words }: Pick<Showing, 'site' | 'words'>): Body {
  const tree = sanitiseTree({ type: 'root', children: parseHtml(html) })
  const nodes = tree.children as ElementContent[]
  // The title of the page is its h1.
  const down = hasTopHeading(nodes) ? 1 : 0
  const headings: Heading[] = []
  const regions: Element[] = []
  const shown = nodes.map((node) => show(node, { site, words, down, headings, regions }))
  tellApart(regions)
  return { nodes: shown, headings: headings.filter(({ level }) => level <= LISTED) }
}

const hasTopHeading = (nodes: ElementContent[]): boolean =>
  nodes.some((node) => isElement(node) && (node.tagName === 'h1' || hasTopHeading(node.children)))

interface Showing {
  site: Site
  words: Words
  /** Levels that headings go down. */
  down: number
  headings: Heading[]
  /** Parts that scroll, each with its kind as its name. */
  regions: Element[]
}

/** Screen readers list regions by their names: several of a kind are numbered. */
function tellApart(regions: Element[]): void {
  for (const [name, ofKind] of Map.groupBy(regions, (region) => property(region, 'ariaLabel')))
    if (ofKind.length > 1)
      for (const [at, { properties }] of ofKind.entries()) properties['ariaLabel'] = `${name} ${at + 1}`
}

function region(found: Element, { regions }: Showing): Element {
  regions.push(found)
  return found
}

function show(node: ElementContent, showing: Showing): ElementContent {
  if (!isElement(node)) return node
  const children = node.children.map((child) => show(child, showing))
  const { style: _, className: __, ...properties } = node.properties
  const shown: Element = { ...node, properties, children }
  const aligned = /^(center|right|justify|left)$/.exec(style(node, 'text-align') ?? '')?.[1]
  if (aligned) shown.properties['className'] = [`align-${aligned}`]
  return BOXES[node.tagName]?.(shown, showing, node) ?? heading(shown, showing)
}

const HEADING = /^h([1-6])$/

function heading(node: Element, { down, headings }: Showing): Element {
  const level = Number(HEADING.exec(node.tagName)?.[1] ?? 0)
  if (level === 0) return node
  const lower = Math.min(level + down, 6)
  const id = property(node, 'id')
  const text = textOf(node).trim()
  if (id && text) headings.push({ id, level: lower, text })
  return { ...node, tagName: `h${lower}` }
}

/** @param was the element as it is stored */
type Box = (node: Element, showing: Showing, was: Element) => ElementContent | undefined

/** Elements that are shown in another way than they are stored. */
const BOXES: Record<string, Box> = {
  img: (node, { site }) => {
    const { src = '', ...properties } = node.properties
    const own = { src: localFile(site, String(src)) ?? src, loading: 'lazy', decoding: 'async' }
    return { ...node, properties: { alt: '', ...properties, ...own } }
  },
  // Focus lets the keys scroll it.
  table: (node, showing) =>
    region(
      h('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: showing.words.table }, node),
      showing,
    ),
  pre: (node, showing) =>
    region(
      {
        ...node,
        properties: { ...node.properties, tabIndex: 0, role: 'region', ariaLabel: showing.words.code },
      },
      showing,
    ),
  iframe: (node, { words }) =>
    h('div.player', [
      h('iframe', {
        title: words.video,
        ...node.properties,
        loading: 'lazy',
        referrerPolicy: 'strict-origin-when-cross-origin',
      }),
    ]),
  a: (node, { site }, was) => {
    const { href, target, rel, ...properties } = node.properties
    const page = localPage(site, String(href ?? ''))
    const leading =
      page === undefined ? { href: localFile(site, String(href ?? '')) ?? href, target, rel } : { href: page }
    const isButton = classes(was).includes('intercom-h2b-button')
    const look = isButton ? { className: ['button', 'primary'] } : {}
    return { ...node, properties: { ...properties, ...leading, ...look } }
  },
  div: (node, _, was) => {
    if (!classes(was).includes('intercom-interblocks-callout')) return undefined
    return { ...node, properties: { className: ['callout', `tone-${toneOf(style(was, 'background-color'))}`] } }
  },
}
