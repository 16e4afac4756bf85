/** A file with an article, read: its words, and the facts that it tells about itself. */
import { basename, extname } from 'node:path'
import { decodeDocument } from '../../../content/charset.ts'
import { ownSite } from '../../../content/rewrite-addresses.ts'
import { parseHtml } from '../../../content/parse.ts'
import { readFrontMatter } from './front-matter.ts'
import { readPageHead, webAddress } from './page-head.ts'

export interface Document {
  /** From the root. */
  path: string
  bytes: Buffer
  format: 'html' | 'markdown'
  encoding: string
  words: string
  /** Named by front matter. */
  title?: string
  /** The title of a document whose text does not begin with a heading. */
  otherTitle: { title: string; from: string }
  description?: string
  locale?: string
  state?: 'draft' | 'published'
  /** The id that the article had where it came from. */
  sourceId?: string
  /** Where relative addresses lead. */
  address?: string
  changed: string[]
  lost: string[]
}

const FORMATS: Record<string, Document['format']> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
}

/** @param address where the operator says that relative addresses lead @throws Error for a file that is no article */
export function readDocument(path: string, bytes: Buffer, address: string | undefined): Document {
  const format = FORMATS[extname(path).toLowerCase()]
  if (!format) throw new Error('it is neither HTML (.html, .htm) nor Markdown (.md, .markdown)')
  const { text, encoding, isWhole } = decodeDocument(bytes, format)
  if (text.trim() === '') throw new Error('it is empty')
  const changed = isWhole ? [] : [`characters that ${encoding} does not have, which are � now`]
  const shared = { path, bytes, format, encoding, changed }
  const named = { title: nameOf(path), from: "the file's name" }
  if (format === 'markdown') {
    const { fields, rest } = readFrontMatter(text)
    const facts = readFields(fields)
    const site = address ?? facts.address
    const sourceId = facts.sourceId ?? idOfFile(path)
    const known = { ...(site && { address: site }), ...(sourceId && { sourceId }) }
    return { ...shared, ...facts, ...known, words: rest, otherTitle: named }
  }
  const { title, description, address: own } = readPageHead(text)
  const site = address ?? own ?? ownSite(parseHtml(text))
  const sourceId = idIn(own ? new URL(own).pathname : '') ?? idOfFile(path)
  return {
    ...shared,
    words: text,
    otherTitle: title ? { title, from: 'the title element' } : named,
    ...(description && { description }),
    ...(sourceId && { sourceId }),
    ...(site && { address: site }),
    lost: [],
  }
}

type Facts = Pick<Document, 'title' | 'description' | 'locale' | 'state' | 'sourceId' | 'address' | 'lost'>

/** @throws Error for a state that is none */
function readFields(fields: Record<string, unknown>): Facts {
  const facts: Facts = { lost: [] }
  for (const [name, value] of Object.entries(fields)) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined
    if (name === 'draft' && typeof value === 'boolean') facts.state ??= value ? 'draft' : 'published'
    else if (name === 'published' && typeof value === 'boolean') facts.state ??= value ? 'published' : 'draft'
    else if (text === undefined || text === '') facts.lost.push(`the front matter's ${name}`)
    else if (name === 'title') facts.title = text
    else if (name === 'description' || name === 'summary') facts.description ??= text
    else if (name === 'locale' || name === 'lang') facts.locale ??= text
    else if (name === 'state' || name === 'status') facts.state = stateOf(text)
    else if (name === 'id') facts.sourceId = text
    else if ((name === 'url' || name === 'canonical') && webAddress(text)) facts.address ??= webAddress(text)!
    else facts.lost.push(`the front matter's ${name}`)
  }
  return facts
}

function stateOf(text: string): 'draft' | 'published' {
  if (text === 'draft' || text === 'published') return text
  throw new Error(`the front matter's state must be draft or published, not ${text}`)
}

/** The number that an address of an article, or the name of an exported file, begins with. */
export const idIn = (path: string): string | undefined => /(?:^|\/)(\d{5,20})(?=$|[-._])/.exec(path)?.[1]

/** Shorter numbers are dates, and places in an order. */
const idOfFile = (path: string): string | undefined => {
  const id = idIn(basename(path))
  return id !== undefined && id.length >= 9 ? id : undefined
}

function nameOf(path: string): string {
  const words = basename(path, extname(path))
    .replace(/^\d+[-_ ]+(?=.)/, '')
    .replaceAll(/[-_\s]+/g, ' ')
    .trim()
  return words === '' ? 'Article' : words[0]!.toUpperCase() + words.slice(1)
}
