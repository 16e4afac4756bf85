/** The words of a document as they are stored, and its title, which is the heading that they begin with. */
import { cleanHtml, type Content, readHtml, type Reading, writeHtml } from '../../../content/content.ts'
import { markdownToHtml } from '../../../content/from-markdown.ts'
import { isElement, type Node, textOf } from '../../../content/nodes.ts'
import type { Rewrite } from '../../../content/rewrite-addresses.ts'
import type { Document } from './document.ts'

export interface Converted extends Omit<Content, 'tree'> {
  title: string
}

export function convert(document: Document, rewrite: Rewrite): Converted {
  const { html, lost, changed } = read(document, { rewrite })
  const { tree } = readHtml(html)
  const first = tree.children[0] as Node | undefined
  const heading = isElement(first, 'h1') ? textOf(first).replaceAll(/\s+/g, ' ').trim() : undefined
  const { title, otherTitle } = document
  const isTaken = heading !== undefined && (title === undefined || title === heading)
  if (isTaken) tree.children.shift()
  const own = title ?? heading
  return {
    html: isTaken ? writeHtml(tree) : html,
    title: own ?? otherTitle.title,
    lost: [...document.lost, ...lost],
    changed: [
      ...document.changed,
      ...(own === undefined ? [`the title, which is from ${otherTitle.from}`] : []),
      ...changed,
    ],
  }
}

const read = ({ format, words }: Document, reading: Reading): Content =>
  format === 'markdown' ? markdownToHtml(words, reading) : cleanHtml(words, reading)

/** All addresses of links and pictures in a document, each once. */
export function addressesIn(document: Document): { address: string; kind: 'link' | 'picture' }[] {
  const found = new Map<string, { address: string; kind: 'link' | 'picture' }>()
  read(document, {
    rewrite(address, kind) {
      found.set(`${kind} ${address}`, { address, kind })
      return undefined
    },
  })
  return [...found.values()]
}
