/**
 * State of a module that outlives a request: declarations outside of all functions whose value can change. A table
 * that nobody changes is none.
 */
import type { Expression, Node, Program } from 'oxc-parser'
import { nodesIn, parseModule } from './parse.ts'

/** Made once, and the same for ever. */
const UNCHANGING = new Set(['RegExp', 'URL', 'Error', 'ApiError', 'Date', 'TextEncoder'])
const COLLECTIONS = /^(Map|Set|Array|\w+Array)$/

const CHANGES = new Set([
  'set',
  'add',
  'delete',
  'clear',
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'fill',
  'copyWithin',
])

/** Names of functions whose results hold state. */
const KEEPER = /^(create|make|start|open|memo|cache|once|lazy|limit|debounce|throttle)/i

/** @returns the names, in their order */
export function stateOf(source: string): string[] {
  const program = parseModule(source)
  return [...new Set([...declaredState(source, program), ...globalState(source, program)])]
}

function declaredState(source: string, program: Program): string[] {
  return program.body.flatMap((statement) => {
    const declared = 'declaration' in statement && statement.declaration ? statement.declaration : statement
    if (declared.type === 'VariableDeclaration')
      return declared.declarations.flatMap(({ id, init }) => {
        const name = id.type === 'Identifier' ? id.name : source.slice(id.start, id.end)
        return declared.kind !== 'const' || (init && keeps(init as Expression, name, program)) ? [name] : []
      })
    if (declared.type === 'ClassDeclaration')
      return declared.body.body.flatMap((member) => {
        if (member.type !== 'PropertyDefinition' || !member.static || !member.value) return []
        const name = `${declared.id?.name}.${source.slice(member.key.start, member.key.end)}`
        return member.readonly && !keeps(member.value, name, program) ? [] : [name]
      })
    if (statement.type === 'ExportDefaultDeclaration' && keeps(statement.declaration as Expression, 'default', program))
      return ['default']
    if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression')
      return [source.slice(statement.expression.left.start, statement.expression.left.end)]
    return []
  })
}

const GLOBALS = ['globalThis', 'global', 'process']

/** Writes on the objects that all modules share, wherever the module does so. */
function globalState(source: string, program: Program): string[] {
  return [...nodesIn(program as unknown as Node)].flatMap((node) => {
    const written =
      node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : undefined
    const isGlobal = written && GLOBALS.some((name) => isMemberOf(written, name))
    return isGlobal ? [source.slice(written.start, written.end)] : []
  })
}

function keeps(value: Expression, name: string, program: Program): boolean {
  switch (value.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return keeps(value.expression, name, program)
    case 'AwaitExpression':
      return keeps(value.argument, name, program)
    case 'NewExpression': {
      const { callee } = value
      if (callee.type === 'MemberExpression' && isNamed(callee.object, 'Intl')) return false
      const made = callee.type === 'Identifier' ? callee.name : ''
      if (COLLECTIONS.test(made) && value.arguments.length > 0) return isChanged(name, program)
      return !UNCHANGING.has(made)
    }
    case 'ArrayExpression':
      return value.elements.length === 0 || isChanged(name, program)
    case 'ObjectExpression':
      return value.properties.length === 0 || isChanged(name, program)
    case 'CallExpression': {
      const callee = unwrapped(value.callee)
      // A function that is called where it stands keeps what it declares, in what it answers.
      if (callee.type === 'ArrowFunctionExpression' || callee.type === 'FunctionExpression')
        return [...nodesIn(callee)].some(({ type }) => type === 'VariableDeclaration')
      const called = callee.type === 'Identifier' ? callee.name : ''
      return KEEPER.test(called) || isChanged(name, program)
    }
    default:
      return false
  }
}

/** True if the module itself changes it, within a function or not. */
function isChanged(name: string, program: Program): boolean {
  for (const node of nodesIn(program as unknown as Node)) {
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const { object, property } = node.callee
      if (isNamed(object, name) && property.type === 'Identifier' && CHANGES.has(property.name)) return true
    }
    if (node.type === 'AssignmentExpression' && isMemberOf(node.left, name)) return true
    if (node.type === 'UpdateExpression' && isMemberOf(node.argument, name)) return true
    if (node.type === 'UnaryExpression' && node.operator === 'delete' && isMemberOf(node.argument, name)) return true
  }
  return false
}

const WRAPPERS = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])
const unwrapped = (node: Node): Node =>
  WRAPPERS.has(node.type) ? unwrapped((node as unknown as { expression: Node }).expression) : node

const isNamed = (node: Node, name: string): boolean => {
  const inner = unwrapped(node)
  return inner.type === 'Identifier' && inner.name === name
}

/** `name.a`, `name[a].b` */
function isMemberOf(node: Node, name: string): boolean {
  const inner = unwrapped(node)
  return inner.type === 'MemberExpression' && (isNamed(inner.object, name) || isMemberOf(inner.object, name))
}
