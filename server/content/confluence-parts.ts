/**
 * The storage format of Confluence, which its API and its exports have: macros, tasks, links and pictures are elements
 * of its own, and code stands in sections that HTML reads as comments.
 */
import type { Element } from 'hast'
import { BLUE, colouredStyle, GREEN, GREY, RED, YELLOW } from './callouts.ts'
import { escapeHtml } from '../html.ts'
import { element, isElement, type Node, property, text, textOf } from './nodes.ts'

type Lose = (what: string) => void

const OPEN = '<![CDATA['
const CLOSE = ']]>'

/** The text with its sections as plain text, and its empty elements closed; other texts as they are. */
export function asHtml(body: string): string {
  if (!/<(?:ac|ri):/i.test(body)) return body
  const [first = '', ...sections] = body.split(OPEN)
  const opened = sections.map((section) => {
    const end = section.indexOf(CLOSE)
    return end === -1 ? escapeHtml(section) : escapeHtml(section.slice(0, end)) + section.slice(end + CLOSE.length)
  })
  return [first, ...opened].join('').replaceAll(/<((?:ac|ri):[\w-]+|time)((?:\s[^<>]*)?)\/>/gi, '<$1$2></$1>')
}

/** @param lose is told of macros and links that mean nothing outside of Confluence */
export const readConfluenceParts = (nodes: readonly Node[], lose: Lose): Node[] =>
  nodes.flatMap((node) => {
    if (!isElement(node)) return [node]
    const inner = { ...node, children: readConfluenceParts(node.children, lose) }
    return (Object.hasOwn(PARTS, node.tagName) && PARTS[node.tagName]?.(inner, lose)) || [inner]
  })

const attribute = (node: Element, name: string): string => property(node, name) ?? ''
const children = (node: Element, name: string): Element[] =>
  node.children.filter((child): child is Element => isElement(child, name))
const inside = (node: Element, name: string): Node[] => children(node, name).flatMap((child) => child.children)
const said = (node: Element, name: string): string => children(node, name).map(textOf).join('')

const PARTS: Record<string, (node: Element, lose: Lose) => Node[]> = {
  'ac:structured-macro': (node, lose) => macro(node, lose),
  'ac:macro': (node, lose) => macro(node, lose),
  'ac:image': picture,
  'ac:link': link,
  'ac:task-list': (node) => [element('ul', {}, children(node, 'li'))],
  'ac:task': (node) => [
    element(
      'li',
      { dataChecked: String(said(node, 'ac:task-status').trim() === 'complete') },
      inside(node, 'ac:task-body'),
    ),
  ],
  'ac:emoticon': (node) => [text(attribute(node, 'ac:emoji-fallback'))],
  'ac:placeholder': () => [],
  time: (node) => (textOf(node).trim() === '' ? [text(attribute(node, 'dateTime'))] : [node]),
}

const CALLOUTS: Record<string, typeof BLUE> = { info: BLUE, tip: GREEN, note: YELLOW, warning: RED, panel: GREY }

function macro(node: Element, lose: Lose): Node[] {
  const name = attribute(node, 'ac:name')
  const parameter = (wanted: string) =>
    children(node, 'ac:parameter')
      .filter((one) => attribute(one, 'ac:name') === wanted)
      .map(textOf)
      .join('')
      .trim()
  const title = parameter('title')
  const heading = title === '' ? [] : [element('p', {}, [element('b', {}, [text(title)])])]
  const body = inside(node, 'ac:rich-text-body')
  const plain = said(node, 'ac:plain-text-body')
  if (plain.trim() !== '' || name === 'code') {
    const language = parameter('language')
    return [...heading, element('pre', language === '' ? {} : { dataLanguage: language }, [text(plain)])]
  }
  const colours = Object.hasOwn(CALLOUTS, name) ? CALLOUTS[name] : undefined
  if (colours) {
    const look = { className: ['intercom-interblocks-callout'], style: colouredStyle(colours) }
    return [element('div', look, [...heading, ...body])]
  }
  if (name === 'expand') return [element('details', {}, [element('summary', {}, [text(title)]), ...body])]
  if (name === 'anchor') return [element('a', { id: parameter('') }, [])]
  if (name === 'status') return [text(title)]
  // An empty macro may have swallowed what stands behind it.
  const rest = node.children.filter((child) => !isElement(child, 'ac:parameter', 'ac:rich-text-body'))
  if (body.length === 0) lose(`the macro ${name}`)
  return [...heading, ...body, ...rest]
}

function picture(node: Element, lose: Lose): Node[] {
  const [url] = children(node, 'ri:url')
  const [file] = children(node, 'ri:attachment')
  const alt = attribute(node, 'ac:alt')
  const [width, height] = [attribute(node, 'ac:width'), attribute(node, 'ac:height')]
  if (url) return [element('img', { src: attribute(url, 'ri:value'), alt, width, height }, [])]
  lose(`the picture ${file ? attribute(file, 'ri:filename') : ''}`)
  return [text(alt)]
}

function link(node: Element, lose: Lose): Node[] {
  const [page] = children(node, 'ri:page')
  const [file] = children(node, 'ri:attachment')
  const anchor = attribute(node, 'ac:anchor')
  const target = page ? attribute(page, 'ri:content-title') : file ? attribute(file, 'ri:filename') : ''
  const own = [...inside(node, 'ac:plain-text-link-body'), ...inside(node, 'ac:link-body')]
  const shown = own.length > 0 ? own : [text(target || anchor)]
  if (target === '' && anchor !== '') return [element('a', { href: `#${anchor}` }, shown)]
  if (target !== '') lose(`the link to ${target}`)
  return shown
}
