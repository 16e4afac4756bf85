/** A line of text with its marks, as one paragraph has it. Marks nest in one order, so that the same text has one form. */
import { element, isElement, type Node, text } from './nodes.ts'

/** A mark is an element around text. The order here is the order in which they nest, the outermost first. */
export const MARKS = ['a', 'bdi', 'bdo', 'b', 'i', 'u', 's', 'mark', 'sup', 'sub', 'kbd', 'code'] as const
export type Mark = (typeof MARKS)[number]
export type Marks = ReadonlyMap<Mark, Record<string, string>>

interface Piece {
  /** Text, or an element without text: a picture or a line break. */
  node: Node
  marks: Marks
}

export class Line {
  #pieces: Piece[] = []

  /** Adds text; blanks are one blank, as a browser shows them, but inside code. */
  text(value: string, marks: Marks): void {
    const shown = marks.has('code') ? value.replaceAll(/\r\n?|\n/g, ' ') : value.replaceAll(/[ \t\n\r\f]+/g, ' ')
    if (shown !== '') this.#pieces.push({ node: text(shown), marks })
  }

  element(node: Node, marks: Marks): void {
    this.#pieces.push({ node, marks })
  }

  /** The line as nodes, without blanks at its ends; empty where nothing is shown. Keeps nothing. */
  take(): Node[] {
    const pieces = trim(this.#pieces)
    this.#pieces = []
    return nest(pieces, 0)
  }
}

const isBreak = (node: Node | undefined) => isElement(node, 'br')

function trim(pieces: Piece[]): Piece[] {
  const kept: Piece[] = []
  let blank = true
  for (const piece of pieces) {
    if (piece.node.type !== 'text' || piece.marks.has('code')) {
      if (isBreak(piece.node)) trimEnd(kept)
      kept.push(piece)
      blank = isBreak(piece.node)
      continue
    }
    const value = blank ? piece.node.value.replace(/^ /, '') : piece.node.value
    if (value === '') continue
    blank = value.endsWith(' ')
    kept.push({ node: text(value), marks: piece.marks })
  }
  trimEnd(kept)
  while (isBreak(kept.at(-1)?.node)) {
    kept.pop()
    trimEnd(kept)
  }
  const first = kept.findIndex(({ node }) => !isBreak(node))
  return first > 0 ? kept.slice(first) : kept
}

function trimEnd(pieces: Piece[]): void {
  for (let last = pieces.at(-1); last?.node.type === 'text' && !last.marks.has('code'); last = pieces.at(-1)) {
    const value = last.node.value.replace(/ $/, '')
    if (value !== '') {
      pieces[pieces.length - 1] = { node: text(value), marks: last.marks }
      return
    }
    pieces.pop()
  }
}

const same = (a: Record<string, string> | undefined, b: Record<string, string> | undefined) =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b))

/** Puts the pieces into their marks from the given one on; neighbours with an equal mark share it. */
function nest(pieces: Piece[], from: number): Node[] {
  const mark = MARKS[from]
  if (mark === undefined || pieces.every(({ marks }) => marks.size === 0)) return join(pieces)
  const nodes: Node[] = []
  for (let start = 0, end; start < pieces.length; start = end) {
    const properties = pieces[start]!.marks.get(mark)
    for (end = start + 1; end < pieces.length && same(pieces[end]!.marks.get(mark), properties);) end++
    const inner = nest(pieces.slice(start, end), from + 1)
    // A line may have more nodes than a call takes arguments.
    if (properties === undefined) for (const node of inner) nodes.push(node)
    else nodes.push(element(mark, properties, inner))
  }
  return nodes
}

function join(pieces: Piece[]): Node[] {
  const nodes: Node[] = []
  for (const { node } of pieces) {
    const last = nodes.at(-1)
    if (node.type === 'text' && last?.type === 'text') nodes[nodes.length - 1] = text(last.value + node.value)
    else nodes.push(node)
  }
  return nodes
}
