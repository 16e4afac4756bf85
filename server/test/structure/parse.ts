/** A module's source as a tree, and what it needs when it runs. */
import { parseSync, type Node, type ParseResult, type Program } from 'oxc-parser'

export const parseModule = (source: string): Program => parse(source).program

function parse(source: string): ParseResult {
  const result = parseSync('module.ts', source)
  if (result.errors.length > 0) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  return result
}

/** By source: several tests ask for the imports of all modules. */
const known = new Map<string, string[]>()

/** @returns modules imported for their values, static or dynamic; type imports do not exist at run time */
export function importsOf(source: string): string[] {
  const found = known.get(source) ?? findImports(source)
  known.set(source, found)
  return found
}

function findImports(source: string): string[] {
  const { module, program } = parse(source)
  const typesOnly = new Set(
    program.body.flatMap((node) => ('importKind' in node && node.importKind === 'type' ? [node.start] : [])),
  )
  const named = module.staticImports.filter(({ start }) => !typesOnly.has(start)).map((one) => one.moduleRequest.value)
  const given = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, moduleRequest }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
  )
  // A name that is put together when it runs, as of the version files, is none that could be followed.
  const later = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const text = source.slice(start, end)
    return /^(['"])[^'"]*\1$/.test(text) ? [text.slice(1, -1)] : []
  })
  return [...new Set([...named, ...given, ...later])]
}

/** Every node under one, itself among them. */
export function* nodesIn(node: Node): Generator<Node> {
  const left = [node]
  for (let next = left.pop(); next; next = left.pop()) {
    yield next
    left.push(...childrenOf(next).toReversed())
  }
}

export const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child === 'object' && child !== null && typeof child.type === 'string')
