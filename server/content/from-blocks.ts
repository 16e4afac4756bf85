/** Blocks as stored HTML. Every block is written as HTML and goes through the same door as any other. */
import { escapeHtml } from '../html.ts'
import { linkAddress, mediaAddress } from './addresses.ts'
import { COLOUR } from './blocks-of-tags.ts'
import { cleanHtml, type Content } from './content.ts'
import { HEADINGS } from './to-blocks.ts'
import { videoAt, videoOf } from './videos.ts'

/** Thrown for blocks that cannot be read. `index` is the place of the block in the outermost list, from 0. */
export class UnreadableBlock extends Error {
  index: number
  constructor(index: number, reason: string) {
    super(`Block ${index}: ${reason}`)
    this.index = index
  }
}

type Fields = Record<string, unknown>

const MAX_DEPTH = 20

/** @throws UnreadableBlock for the first block that is none, or of an unknown type */
export function blocksToHtml(blocks: readonly unknown[]): Content {
  const html = blocks.map((block, index) => {
    try {
      return write(block, 0)
    } catch (error) {
      throw error instanceof Unreadable ? new UnreadableBlock(index, error.message) : error
    }
  })
  return cleanHtml(html.join(''))
}

class Unreadable extends Error {}

const refuse = (reason: string): never => {
  throw new Unreadable(reason)
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of the block itself. Fields of its prototype are none. */
const field = (block: Fields, name: string): unknown => (Object.hasOwn(block, name) ? block[name] : undefined)

function words(block: Fields, name = 'text'): string {
  const value = field(block, name)
  return typeof value === 'string' ? value : refuse(`${name} must be a string`)
}

function optional(block: Fields, name: string): string {
  const value = field(block, name)
  return value === undefined || value === null ? '' : words(block, name)
}

function each(block: Fields, name: string, build: (item: unknown) => string): string {
  const value = field(block, name)
  return Array.isArray(value) ? value.map(build).join('') : refuse(`${name} must be a list`)
}

function write(block: unknown, depth: number): string {
  if (!isFields(block)) return refuse('must be an object')
  if (depth > MAX_DEPTH) return refuse('is nested too deep')
  const type = field(block, 'type')
  if (typeof type !== 'string' || !Object.hasOwn(WRITERS, type)) return refuse('has an unknown type')
  return WRITERS[type]!(block, depth)
}

const content = (block: Fields, depth: number) => each(block, 'content', (inner) => write(inner, depth + 1))

function attributes(values: Record<string, unknown>): string {
  return Object.entries(values)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('')
}

const shape = (block: Fields) => attributes({ align: field(block, 'align'), dir: field(block, 'dir') })

const line = (tag: string) => (block: Fields) => `<${tag}${shape(block)}>${words(block)}</${tag}>`

const list = (tag: string, item: (value: unknown, depth: number) => string) => (block: Fields, depth: number) => {
  const named = { start: field(block, 'start'), type: field(block, 'marker'), dir: field(block, 'dir') }
  const reversed = field(block, 'reversed') === true ? ' reversed' : ''
  return `<${tag}${attributes(named)}${reversed}>${each(block, 'items', (value) => item(value, depth))}</${tag}>`
}

const flatItem = (value: unknown) => (typeof value === 'string' ? `<li>${value}</li>` : refuse('items must be strings'))

const nestedItem = (value: unknown, depth: number) =>
  isFields(value)
    ? `<li${attributes({ value: field(value, 'value') })}>${content(value, depth)}</li>`
    : refuse('items must be objects')

const WRITERS: Record<string, (block: Fields, depth: number) => string> = {
  paragraph: line('p'),
  ...Object.fromEntries(HEADINGS.map((type, at) => [type, line(`h${at + 1}`)])),
  orderedList: list('ol', flatItem),
  unorderedList: list('ul', flatItem),
  orderedNestedList: list('ol', nestedItem),
  unorderedNestedList: list('ul', nestedItem),
  horizontalRule: () => '<hr>',
  quote: (block, depth) => `<blockquote>${content(block, depth)}</blockquote>`,
  code: (block) => {
    const language = field(block, 'language')
    const named = typeof language === 'string' && language !== '' ? { class: `language-${language}` } : {}
    return `<pre><code${attributes(named)}>${words(block)}</code></pre>`
  },
  image: picture,
  video: (block) => {
    const url = field(block, 'url')
    const found =
      (typeof url === 'string' ? videoAt(url) : undefined) ?? videoOf(field(block, 'provider'), field(block, 'id'))
    if (!found) return refuse('has an unknown provider or id')
    return `<iframe${attributes({ src: found.src, title: field(block, 'title') })}></iframe>`
  },
  button: (block) => {
    const href = linkAddress(words(block, 'linkUrl')) ?? refuse('linkUrl must be a web address')
    return `<a class="intercom-h2b-button"${attributes({ href })}>${words(block)}</a>`
  },
  callout: (block, depth) => {
    const style = field(block, 'style')
    const colour = (name: string, property: string) => {
      const value = isFields(style) ? field(style, name) : undefined
      if (value === undefined) return ''
      if (typeof value !== 'string' || !COLOUR.test(value.toLowerCase())) return refuse(`${name} must be a colour`)
      return `${property}:${value};`
    }
    const colours = colour('backgroundColor', 'background-color') + colour('borderColor', 'border-color')
    return `<div class="intercom-interblocks-callout" style="${colours}">${content(block, depth)}</div>`
  },
  collapsibleSection: (block, depth) =>
    `<details${field(block, 'open') === true ? ' open' : ''}><summary>${optional(block, 'summary')}</summary>${content(block, depth)}</details>`,
  table: (block, depth) => `<table${shape(block)}>${each(block, 'rows', (row) => writeRow(row, depth))}</table>`,
  attachmentList: (block) =>
    `<ul>${each(block, 'attachments', (attachment) => {
      if (!isFields(attachment)) return refuse('attachments must be objects')
      const href = mediaAddress(words(attachment, 'url')) ?? refuse('url must be a web address')
      return `<li><a${attributes({ href })}>${escapeHtml(words(attachment, 'name'))}</a></li>`
    })}</ul>`,
}

function picture(block: Fields): string {
  const src = mediaAddress(words(block, 'url')) ?? refuse('url must be a web address')
  const link = optional(block, 'linkUrl')
  const href = link === '' ? '' : (linkAddress(link) ?? refuse('linkUrl must be a web address'))
  const image = `<img${attributes({
    src,
    alt: optional(block, 'altText'),
    title: field(block, 'title'),
    width: field(block, 'width'),
    height: field(block, 'height'),
  })}>`
  const linked = href === '' ? image : `<a${attributes({ href, title: field(block, 'linkTitle') })}>${image}</a>`
  const caption = optional(block, 'caption')
  return caption === '' ? `<p>${linked}</p>` : `<figure>${linked}<figcaption>${caption}</figcaption></figure>`
}

function writeRow(row: unknown, depth: number): string {
  if (!isFields(row)) return refuse('rows must be objects')
  const cells = each(row, 'cells', (cell) => {
    if (!isFields(cell)) return refuse('cells must be objects')
    const tag = field(cell, 'header') === true ? 'th' : 'td'
    const named = { colspan: field(cell, 'colSpan'), rowspan: field(cell, 'rowSpan'), align: field(cell, 'align') }
    return `<${tag}${attributes(named)}>${content(cell, depth)}</${tag}>`
  })
  return `<tr>${cells}</tr>`
}
