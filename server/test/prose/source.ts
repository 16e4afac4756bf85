/** Prose in the sources: comments, test titles, and the sentences of the reference and of errors. */
import { parseSync, type Node, type Program } from 'oxc-parser'
import { nodesIn } from '../structure/parse.ts'

export interface Prose {
  file: string
  line: number
  text: string
}

/** @returns every comment, test title and described field of a module */
export function proseIn(file: string, source: string): Prose[] {
  const { comments, program } = parseSync(file, source)
  const ends = [...source.matchAll(/\n/g)].map(({ index }) => index)
  const lineAt = (offset: number) => ends.findIndex((end) => end >= offset) + 1 || ends.length + 1
  return [
    ...joined(comments, source).map(({ start, text }) => ({ file, line: lineAt(start), text })),
    ...sentencesIn(program).map(({ start, text }) => ({ file, line: lineAt(start), text })),
  ]
}

interface Piece {
  start: number
  text: string
}

/** Comments of one line that follow each other are one text. JSDoc tags begin a text of their own. */
function joined(comments: { start: number; end: number; value: string; type: string }[], source: string): Piece[] {
  const pieces: Piece[] = []
  let end = -1
  for (const comment of comments) {
    const follows = comment.type === 'Line' && end >= 0 && source.slice(end, comment.start).trim() === ''
    const text = comment.value.replaceAll(/^\s*\*+ ?/gm, '')
    if (follows) pieces.at(-1)!.text += ` ${text.trim()}`
    else
      for (const part of text.split(/^\s*@(?:returns|throws|param \S+|param)\s/m))
        pieces.push({ start: comment.start, text: part.trim() })
    end = comment.type === 'Line' ? comment.end : -1
  }
  return pieces
}

const TITLED = new Set(['test', 'it', 'describe', 'suite'])
const DESCRIBED = new Set(['summary', 'description', 'note'])

function sentencesIn(program: Program): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodesIn(program)) {
    if (node.type === 'CallExpression' && TITLED.has(calleeOf(node.callee)))
      pieces.push(...textOf(node.arguments[0] as Node | undefined))
    if (node.type === 'Property' && node.key.type === 'Identifier' && DESCRIBED.has(node.key.name))
      pieces.push(...textOf(node.value))
  }
  return pieces
}

const calleeOf = (node: Node): string =>
  node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? calleeOf(node.object) : ''

function textOf(node: Node | undefined): Piece[] {
  if (node?.type === 'Literal' && typeof node.value === 'string') return [{ start: node.start, text: node.value }]
  if (node?.type === 'TemplateLiteral')
    return [{ start: node.start, text: node.quasis.map(({ value }) => value.cooked ?? '').join('…') }]
  return []
}
