/** Pictures, videos and the boxes of forms: elements that have no text of their own. */
import type { Element } from 'hast'
import { linkAddress, mediaAddress } from './addresses.ts'
import type { Around, Flow } from './flow.ts'
import type { Line } from './line.ts'
import { linkProperties } from './marks.ts'
import { classes, element, isElement, property, text } from './nodes.ts'
import { losePicture } from './rewrite-addresses.ts'
import { videoAt } from './videos.ts'

/** The box of a task, as text. */
export const box = (isDone: boolean): string => (isDone ? '☑ ' : '☐ ')

const SIZE = /^\s*(\d{1,5})(?:px)?\s*$/

/** @returns true if the element was one of these; it has been added then, or told as lost */
export function media(node: Element, around: Around, flow: Flow, line: Line): boolean {
  switch (node.tagName) {
    case 'img':
      addPicture(node, around, flow, line)
      return true
    case 'iframe':
      addFrame(node, flow, line)
      return true
    case 'video':
    case 'audio':
      addFile(node, flow, line)
      return true
    case 'input':
      if (property(node, 'type') === 'checkbox') line.element(text(box(Boolean(node.properties['checked']))), new Map())
      return true
    case 'div': {
      // The box of a task in Notion's exports.
      const names = classes(node)
      if (node.children.length > 0 || !names.includes('checkbox')) return false
      line.element(text(box(names.includes('checkbox-on'))), new Map())
      return true
    }
    case 'source':
    case 'track':
    case 'param':
    case 'col':
    case 'colgroup':
      return true
    default:
      return false
  }
}

function addPicture(node: Element, around: Around, flow: Flow, line: Line): void {
  const address = property(node, 'src') ?? ''
  const src = mediaAddress(address) ?? laterAddress(node)
  const alt = property(node, 'alt') ?? ''
  if (src === undefined) {
    losePicture(node, address.slice(0, 100), flow.lose)
    line.text(alt, around.marks)
    return
  }
  const title = property(node, 'title')
  const sizes: Record<string, number> = {}
  for (const side of ['width', 'height']) {
    const size = SIZE.exec(property(node, side) ?? '')?.[1]
    if (size && Number(size) > 0) sizes[side] = Number(size)
  }
  line.element(element('img', { src, alt, ...(title ? { title } : {}), ...sizes }), link(around))
}

/** Pages that load their pictures late name the address elsewhere, and something small in its place. */
const LATER = ['dataSrc', 'dataImageSrc', 'dataOriginal', 'dataLazySrc']
const laterAddress = (node: Element): string | undefined =>
  LATER.map((name) => mediaAddress(property(node, name) ?? '')).find(Boolean)

/** A picture takes a link from around it, and no other mark. */
const link = ({ marks }: Around) => new Map([...marks].filter(([mark]) => mark === 'a'))

function addFrame(node: Element, flow: Flow, line: Line): void {
  const address = property(node, 'src') ?? ''
  const video = videoAt(address)
  const title = property(node, 'title')
  flow.close()
  if (video) {
    flow.push(element('iframe', { src: video.src, ...(title ? { title } : {}), allowFullScreen: true }))
    return
  }
  if (address === '') return
  flow.lose(`the frame ${address.slice(0, 200)}`)
  const href = linkAddress(address)
  line.text(title ?? href ?? '', href ? new Map([['a', linkProperties(href)!]]) : new Map())
  flow.close()
}

function addFile(node: Element, flow: Flow, line: Line): void {
  const source = node.children.find((child) => isElement(child, 'source'))
  const address = property(node, 'src') ?? (isElement(source) ? property(source, 'src') : undefined) ?? ''
  const href = mediaAddress(address)
  flow.lose(`the player of ${address.slice(0, 200)}`)
  flow.close()
  if (href) line.text(property(node, 'title') ?? href, new Map([['a', linkProperties(href)!]]))
  flow.close()
}
