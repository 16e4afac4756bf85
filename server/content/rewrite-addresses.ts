/** Addresses of foreign content before it is read: relative ones get their site, and an import changes what it moved. */
import type { Element } from 'hast'
import { isElement, type Node, property, text } from './nodes.ts'
import { unwrapped } from './wrapped-links.ts'

type AddressKind = 'link' | 'picture'

/** @returns another address, `undefined` to keep it, or null for a picture that cannot be had */
export type Rewrite = (address: string, kind: AddressKind) => string | null | undefined

const NAMES: Record<string, 'href' | 'src'> = {
  a: 'href',
  img: 'src',
  video: 'src',
  audio: 'src',
  source: 'src',
}

/** A picture that cannot be had leaves its alt text. `lose` is told of it. */
export function rewriteAddresses(nodes: readonly Node[], rewrite: Rewrite, lose: (what: string) => void): Node[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node
    const children = rewriteAddresses(node.children, rewrite, lose)
    const name = Object.hasOwn(NAMES, node.tagName) ? NAMES[node.tagName] : undefined
    const address = name === undefined ? undefined : property(node, name)?.trim()
    if (name === undefined || address === undefined) return { ...node, children }
    const found = node.tagName === 'img' ? rewrite(address, 'picture') : rewrite(unwrapped(address), 'link')
    if (found === undefined) return { ...node, children }
    if (found !== null) return { ...node, children, properties: { ...node.properties, [name]: found } }
    losePicture(node, address.slice(0, 200), lose)
    return text(property(node, 'alt') ?? '')
  })
}

/** The title goes with its picture; the alt text stays. */
export function losePicture(node: Element, address: string, lose: (what: string) => void): void {
  lose(`the picture ${address}`)
  const title = property(node, 'title')?.trim()
  if (title) lose(`the title “${title.slice(0, 100)}” of the picture ${address}`)
}

const HELP_CENTER_PATH = /^\/hc\//

/**
 * An article of Zendesk names its own help center with and without the host. Its relative addresses belong to the
 * one host that its other links have; with several hosts, or none, they stay relative.
 */
export function ownSite(nodes: readonly Node[]): string | undefined {
  const found = { hosts: new Set<string>(), relative: false }
  rewriteAddresses(
    nodes,
    (address) => {
      if (HELP_CENTER_PATH.test(address)) found.relative = true
      const url = /^https?:/i.test(address) ? URL.parse(address) : null
      if (url && HELP_CENTER_PATH.test(url.pathname)) found.hosts.add(url.origin)
      return undefined
    },
    () => {},
  )
  const [host] = found.hosts
  return found.relative && found.hosts.size === 1 ? host : undefined
}

export const isOfHelpCenter = (address: string): boolean => HELP_CENTER_PATH.test(address)
