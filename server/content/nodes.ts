/** Short words for the trees of this folder: hast elements, their properties and their text. */
import type { Element, ElementContent, Properties } from 'hast'

export type Node = ElementContent

export const element = (tagName: string, properties: Properties, children: Node[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

export const text = (value: string): ElementContent => ({ type: 'text', value })

export const isElement = (node: Node | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))

/** A property as a text; `undefined` if the element has none, or another kind of value. */
export function property(node: Element, name: string): string | undefined {
  const value = node.properties[name]
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' ? value : undefined
}

export function classes(node: Element): string[] {
  const value = node.properties['className']
  return Array.isArray(value) ? value.map(String) : []
}

/** A declaration of the element's style, in lower case; `undefined` where there is none. */
export function style(node: Element, name: string): string | undefined {
  const declarations = property(node, 'style')?.split(';') ?? []
  for (const declaration of declarations.toReversed()) {
    const colon = declaration.indexOf(':')
    if (declaration.slice(0, colon).trim().toLowerCase() === name)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return undefined
}

/** All text below a node, without its markup. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  return node.children.map((child) => (isElement(child, 'br') ? '\n' : textOf(child))).join('')
}
