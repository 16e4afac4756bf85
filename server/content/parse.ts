/** Foreign HTML as a tree, parsed as browsers do. Depth is capped, so that whatever walks the tree may recurse. */
import type { ElementContent, Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { defaultTreeAdapter, type DefaultTreeAdapterTypes, html, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Elements that go with everything in them: code, foreign namespaces, and text that is not shown. */
const DROPPED = new Set(
  'script style noscript template title textarea noembed noframes svg math object embed applet base meta link head'.split(
    ' ',
  ),
)
/** Dropped elements that a reader may miss. */
const MISSED = new Set(['script', 'object', 'embed', 'applet', 'math'])
const MAX_DEPTH = 64

type Lose = (what: string) => void

/** @param lose is told of programs that are dropped */
export function parseHtml(text: string, lose: Lose = () => {}): ElementContent[] {
  const body = defaultTreeAdapter.createElement('body', html.NS.HTML, [])
  const fragment = parseFragment(body, text, { scriptingEnabled: true })
  cap(fragment, lose)
  return (fromParse5(fragment) as Root).children as ElementContent[]
}

/** Drops what is not content, and turns everything below the depth limit into siblings; no text is lost for its depth. */
function cap(root: Parent, lose: Lose): void {
  const waiting: { parent: Parent; depth: number }[] = [{ parent: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { parent, depth } = next
    parent.childNodes =
      depth < MAX_DEPTH ? parent.childNodes.filter((node) => isContent(node, lose)) : leaves(parent, lose)
    for (const child of parent.childNodes)
      if ('childNodes' in child) waiting.push({ parent: child as Parent, depth: depth + 1 })
  }
}

function isContent(node: Node, lose: Lose): boolean {
  if (!('tagName' in node)) return node.nodeName === '#text'
  if (!DROPPED.has(node.tagName)) return true
  if (MISSED.has(node.tagName)) lose(named(node))
  return false
}

/** Such as `the script https://example.com/a.js`. */
function named({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string {
  const address = attrs.find(({ name }) => name === 'src' || name === 'data' || name === 'code')?.value.trim()
  if (address) return `the ${tagName} ${address.slice(0, 200)}`
  if (tagName === 'math') return 'a formula'
  return tagName === 'script' ? 'a script' : `an ${tagName}`
}

/** Texts and empty elements below; a blank stands where an item or a paragraph begins, which keeps their words apart. */
function leaves(parent: Parent, lose: Lose): Node[] {
  const found: Node[] = []
  const waiting = parent.childNodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isContent(node, lose)) continue
    if ('childNodes' in node && node.childNodes.length > 0) {
      if (LINES.has(node.nodeName)) found.push(defaultTreeAdapter.createTextNode(' '))
      for (const child of node.childNodes.toReversed()) waiting.push(child)
    } else found.push(node)
  }
  return found
}

const LINES = new Set('p div li dt dd td th tr h1 h2 h3 h4 h5 h6 pre blockquote summary figcaption'.split(' '))
