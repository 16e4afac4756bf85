/** Facts that a whole HTML page tells about itself. */
import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parse } from 'parse5'
import { isElement, type Node, property, textOf } from '../../../content/nodes.ts'

export interface PageHead {
  title?: string
  description?: string
  /** Where the page was: the base of its relative addresses. */
  address?: string
}

export function readPageHead(html: string): PageHead {
  const facts: PageHead = {}
  for (const node of headOf(html)) {
    if (!isElement(node)) continue
    const content = property(node, 'content')?.trim()
    if (node.tagName === 'title') facts.title ??= textOf(node).replaceAll(/\s+/g, ' ').trim()
    else if (node.tagName === 'base') facts.address = webAddress(property(node, 'href')) ?? facts.address!
    else if (node.tagName === 'link' && property(node, 'rel')?.toLowerCase() === 'canonical')
      facts.address ??= webAddress(property(node, 'href'))!
    else if (property(node, 'name')?.toLowerCase() === 'description' && content) facts.description ??= content
    else if (node.properties['property'] === 'og:url') facts.address ??= webAddress(content)!
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value))
}

function headOf(html: string): Node[] {
  const root = fromParse5(parse(html)) as Root
  const page = root.children.find((node): node is Extract<Node, { type: 'element' }> => node.type === 'element')
  const head = page?.children.find((node) => isElement(node, 'head'))
  return isElement(head) ? head.children : []
}

export const webAddress = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\//i.test(text.trim()) ? URL.parse(text.trim())?.href : undefined
