/** Markdown of GitHub's kind as stored HTML. HTML inside it goes through the same door as any other. */
import { toHtml } from 'hast-util-to-html'
import type { Element, Nodes as Hast } from 'hast'
import type { Html, Nodes, Parents, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import { cleanHtml, type Content, type Reading, UnreadableContent } from './content.ts'
import { element, isElement, type Node, property, text } from './nodes.ts'
import { isKnownTag } from './known-tags.ts'

/** Thrown for Markdown whose marks would take too long to pair. */
export class UnreadableMarkdown extends UnreadableContent {}

/** @throws UnreadableContent */
export function markdownToHtml(markdown: string, reading: Reading = {}): Content {
  const tree = fromMarkdown(readable(markdown), { extensions: [gfm()], mdastExtensions: SYNTAX })
  flatten(tree)
  showUnknown(tree)
  closeInline(tree)
  const hast = toHast(tree, { allowDangerousHtml: true, handlers: { footnoteReference } }) as Hast
  return cleanHtml(toHtml(withoutBackReferences(hast), { allowDangerousHtml: true }), reading)
}

/** Addresses become links where the parser reads them, not by a second look at the text, which forgets their escapes. */
const SYNTAX = gfmFromMarkdown().map(({ transforms: _, ...syntax }) => syntax)

const MAX_DEPTH = 64
/** The parser compares every mark of a paragraph with those before it. */
const MAX_MARKS = 2000
const MAX_BRACKETS = 20_000
/** Lines, signs and addresses of a text. The parser takes longer for each of them the more there are. */
const MAX_SIGNS = 40_000
const SIGNS = /[\n*_~`[<|!&\\>#@]|www\.|:\/\//g

function readable(markdown: string): string {
  for (const paragraph of markdown.split(/\n[ \t]*\r?\n/)) {
    const isTable = /^[ \t]*\|/m.test(paragraph)
    if ((!isTable && count(paragraph, /[*_~]/g) > MAX_MARKS) || count(paragraph, /\[/g) > MAX_BRACKETS)
      throw new UnreadableMarkdown('A paragraph of the Markdown has too many marks')
  }
  if (count(markdown, SIGNS) > MAX_SIGNS)
    throw new UnreadableMarkdown(`The Markdown has too many marks: at most ${MAX_SIGNS} lines and marks are read`)
  return markdown.replaceAll(DEEP_QUOTE, '$1')
}

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** Signs of quotations that are nested deeper than anybody reads. */
const DEEP_QUOTE = /^((?:[ \t]{0,3}>){64})(?:[ \t]{0,3}>)+/gm

/** Deeper nodes become siblings, so that later code may recurse. */
function flatten(root: Root): void {
  const waiting: { parent: Parents; depth: number }[] = [{ parent: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { parent, depth } = next
    if (depth >= MAX_DEPTH) parent.children = leaves(parent) as []
    for (const child of parent.children) if ('children' in child) waiting.push({ parent: child, depth: depth + 1 })
  }
}

function leaves(parent: Parents): Nodes[] {
  const found: Nodes[] = []
  const waiting: Nodes[] = parent.children.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node)) found.push(node)
    else for (const child of node.children.toReversed()) waiting.push(child)
  }
  return found
}

const TAG = /^<(\/?)([a-z][\w-]*)[^]*?(\/?)>$/i
const VOID = new Set('area br col hr img input source track wbr'.split(' '))

/** Closes at the end of a paragraph the tags that it opened, as its bold text would otherwise go on to the end. */
function closeInline(parent: Parents): void {
  for (const child of parent.children) if ('children' in child) closeInline(child)
  if (parent.type !== 'paragraph' && parent.type !== 'heading' && parent.type !== 'tableCell') return
  const tags = inlineTags(parent).map((tag) => ({ ...tag, open: !tag.closes }))
  for (const ofName of Map.groupBy(tags, ({ name }) => name).values()) {
    const open: { open: boolean }[] = []
    for (const tag of ofName) {
      if (tag.open) open.push(tag)
      else {
        const last = open.pop()
        if (last) last.open = false
      }
    }
  }
  for (const { name, open } of tags.toReversed())
    if (open) parent.children.push({ type: 'html', value: `</${name}>` } satisfies Html)
}

function inlineTags(parent: Parents): { name: string; closes: boolean }[] {
  return parent.children.flatMap((node) => {
    if ('children' in node) return inlineTags(node)
    const [, slash, name, selfClosing] = (node.type === 'html' && TAG.exec(node.value)) || []
    return name && !selfClosing && !VOID.has(name.toLowerCase())
      ? [{ name: name.toLowerCase(), closes: slash === '/' }]
      : []
  })
}

/** A tag that HTML does not have is a word in angle brackets, and is shown. */
function showUnknown(parent: Parents): void {
  for (const [at, node] of parent.children.entries()) {
    if ('children' in node) showUnknown(node)
    if (node.type !== 'html') continue
    const [, name] = /^<\/?([a-z][\w:.-]*)/i.exec(node.value) ?? []
    if (name === undefined || isKnownTag(name)) continue
    const shown: Nodes = { type: 'text', value: node.value }
    const isFlow = parent.type !== 'paragraph' && parent.type !== 'heading' && parent.type !== 'tableCell'
    parent.children[at] = (isFlow && isBlockParent(parent) ? { type: 'paragraph', children: [shown] } : shown) as never
  }
}

const isBlockParent = (parent: Parents): boolean =>
  ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)

/** The mark of a footnote is a raised number; its text stands in the list at the end. */
function footnoteReference(
  state: { footnoteOrder: string[]; footnoteCounts: Map<string, number> },
  node: { identifier: string },
): Element {
  const id = node.identifier.toUpperCase()
  if (!state.footnoteOrder.includes(id)) state.footnoteOrder.push(id)
  state.footnoteCounts.set(id, (state.footnoteCounts.get(id) ?? 0) + 1)
  return element('sup', {}, [text(String(state.footnoteOrder.indexOf(id) + 1))])
}

/** Footnotes come with links back and with a heading for screen readers. */
function withoutBackReferences(node: Hast): Hast {
  if (!('children' in node)) return node
  const kept = (node.children as Node[]).filter(
    (child) =>
      !isElement(child) ||
      (property(child, 'dataFootnoteBackref') === undefined && property(child, 'id') !== 'footnote-label'),
  )
  return { ...node, children: kept.map((child) => withoutBackReferences(child)) } as Hast
}
