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
import { isElement, type Node } from './nodes.ts'
import { joinNotionLists } from './notion-lists.ts'
import { parseHtml } from './parse.ts'
import { placeholdersIn } from './placeholders.ts'
import { isOfHelpCenter, ownSite, type Rewrite, rewriteAddresses } from './rewrite-addresses.ts'
import { rebuildWordLists } from './word-lists.ts'
import { readWordParts } from './word-parts.ts'
import { asHtml, readConfluenceParts } from './confluence-parts.ts'

export interface Content {
  html: string
  /** The same as a tree, for other forms of it. */
  tree: Root
  /** Parts that were left out, or became text: addresses of pictures, frames and links. */
  lost: string[]
  /** Parts that are kept, but not as they were, or mean nothing here. */
  changed: string[]
}

export interface Reading {
  /** Changes addresses before they are read. */
  rewrite?: Rewrite
  maxNodes?: number
}

/** Thrown for a body whose conversion would keep the process from everything else for too long. */
export class UnreadableContent extends Error {}

/**
 * Elements and texts of a body. Each costs the same time, some 20 microseconds in all conversions together, so that a
 * megabyte of one-letter elements would take as long as 50 megabytes of prose.
 */
const MAX_NODES = 60_000

/** Foreign HTML as it is stored. @throws UnreadableContent */
export function cleanHtml(html: string, reading: Reading = {}): Content {
  const found = readHtml(html, { ...reading, maxNodes: MAX_NODES })
  return { html: writeHtml(found.tree), ...found }
}

/** Foreign or stored HTML as the tree of this folder. */
export function readHtml(html: string, { rewrite, maxNodes = Infinity }: Reading = {}): Omit<Content, 'html'> {
  const findings: Findings = { lost: new Set(), anchors: new Map(), waiting: [] }
  const changed = new Set<string>()
  const lose = (what: string) => void findings.lost.add(what)
  const change = (what: string) => void changed.add(what)
  const foreign = readConfluenceParts(parseHtml(asHtml(html), lose), lose)
  if (countNodes(foreign, maxNodes) > maxNodes)
    throw new UnreadableContent(`The body has too many elements: at most ${maxNodes} elements and texts are read`)
  const parsed = joinNotionLists(readWordParts(foreign, lose))
  const moved = rewriteAddresses(parsed, rewrite ?? toOwnSite(parsed, change), lose)
  const children = Flow.blocks(rebuildWordLists(moved), findings, { marks: new Map() })
  while (isEmptyParagraph(children.at(-1))) children.pop()
  for (const block of children) settleStrayItems(block)
  for (const placeholder of placeholdersIn(children)) change(`the placeholder ${placeholder}, which stays as text`)
  const tree: { children: Node[] } = { children }
  settleHeadings(tree, findings.anchors, lose)
  return {
    tree: sanitiseTree({ type: 'root', children: tree.children }),
    lost: [...findings.lost],
    changed: [...changed],
  }
}

/** Relative addresses of a help center of Zendesk stay addresses of it. */
function toOwnSite(nodes: readonly Node[], change: (what: string) => void): Rewrite {
  const site = ownSite(nodes)
  return (address) => {
    if (site !== undefined && isOfHelpCenter(address)) {
      change(`the relative address ${address.slice(0, 200)}, which is kept as one of ${site}`)
      return site + address
    }
    if (site !== undefined && address.startsWith(`${site}/hc/`))
      change(`the address ${address.slice(0, 200)}, which stays one of the other help center`)
    return undefined
  }
}

/** Counts no further than the limit. The depth of a parsed tree is capped. */
function countNodes(nodes: readonly Node[], limit: number): number {
  let count = 0
  for (const node of nodes) {
    if (count > limit) break
    count += 1 + ('children' in node ? countNodes(node.children as Node[], limit - count) : 0)
  }
  return count
}

const isEmptyParagraph = (node: Node | undefined): boolean => isElement(node, 'p') && node.children.length === 0

export const writeHtml = (tree: Root): string => toHtml(tree, { characterReferences: { useNamedReferences: true } })
