/** Placeholders of another product in content, such as `{{dc.plan}}`. They stay as text, and are told. */
import { isElement, type Node } from './nodes.ts'

const PLACEHOLDER = /\{\{\s*[\w-]+(?:\.[\w-]+)*\s*\}\}/g

/** All that stand outside of code. */
export const placeholdersIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'text') return node.value.match(PLACEHOLDER) ?? []
    return isElement(node) && node.tagName !== 'code' && node.tagName !== 'pre' ? placeholdersIn(node.children) : []
  })
