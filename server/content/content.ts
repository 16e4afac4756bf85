/**
 * Bodies of articles, snippets and pages. HTML, Markdown and blocks from outside become one tree, whose HTML is
 * stored: converting that again in any direction gives the same. Parts that cannot be kept are named in `lost`.
 */
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { sanitiseTree } from '../html.ts'
import { type Findings, Flow } from './flow.ts'
import { settleHeadings } from './headings.ts'
import { settleStrayItems } from './lists.ts'
import type { Node } from './nodes.ts'
import { parseHtml } from './parse.ts'
import { rebuildWordLists } from './word-lists.ts'

export interface Content {
  html: string
  /** The same as a tree, for other forms of it. */
  tree: Root
  /** Parts that were left out, or became text: addresses of pictures, frames and links. */
  lost: string[]
}

/** Foreign HTML as it is stored. */
export function cleanHtml(html: string): Content {
  const { tree, lost } = readHtml(html)
  return { html: writeHtml(tree), tree, lost }
}

/** Foreign or stored HTML as the tree of this folder. */
export function readHtml(html: string): { tree: Root; lost: string[] } {
  const findings: Findings = { lost: new Set(), anchors: new Map(), waiting: [] }
  const children = Flow.blocks(rebuildWordLists(parseHtml(html)), findings, { marks: new Map() })
  for (const block of children) settleStrayItems(block)
  const tree: { children: Node[] } = { children }
  settleHeadings(tree, findings.anchors)
  return { tree: sanitiseTree({ type: 'root', children: tree.children }), lost: [...findings.lost] }
}

export const writeHtml = (tree: Root): string => toHtml(tree, { characterReferences: { useNamedReferences: true } })
