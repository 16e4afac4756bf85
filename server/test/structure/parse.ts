/** A module's source as a tree, and what it needs when it runs. */
import { parseSync, type Node, type Program } from 'oxc-parser'

export function parseModule(source: string): Program {
  const { program, errors } = parseSync('module.ts', source)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return program
}

/** @returns modules imported for their values, static or dynamic; type imports do not exist at run time */
export function importsOf(source: string): string[] {
  const { module } = parseSync('module.ts', source)
  const program = parseModule(source)
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
  yield node
  for (const child of childrenOf(node)) yield* nodesIn(child)
}

export const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child === 'object' && child !== null && typeof child.type === 'string')
