/**
 * State of a module that outlives a request: declarations outside of all functions whose value can change. A table
 * that nobody changes is none.
 */
import type { CallExpression, Expression, Node, Program } from 'oxc-parser'
import { childrenOf, nodesIn, parseModule } from './parse.ts'

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
  'sort',
  'reverse',
  'getOrInsert',
  'getOrInsertComputed',
])

const SETTERS = new Set(['assign', 'defineProperty', 'defineProperties', 'set', 'deleteProperty'])

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
        if (member.type === 'StaticBlock') return [`${declared.id?.name} static`]
        if (member.type !== 'PropertyDefinition' || !member.static || !member.value) return []
        const name = `${declared.id?.name}.${source.slice(member.key.start, member.key.end)}`
        return member.readonly && !keeps(member.value, name, program) ? [] : [name]
      })
    if (statement.type === 'ExportDefaultDeclaration' && keeps(statement.declaration as Expression, 'default', program))
      return ['default']
    if (statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression') {
      const { callee } = statement.expression
      return callee.type === 'Identifier' && TIMERS.has(callee.name) ? [callee.name] : []
    }
    if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression')
      return [source.slice(statement.expression.left.start, statement.expression.left.end)]
    return []
  })
}

/** Work that a module begins when it is imported. */
const TIMERS = new Set(['setInterval', 'setTimeout'])

const GLOBALS = ['globalThis', 'global', 'process']

/** Writes on the objects that all modules share, wherever the module does so. */
function globalState(source: string, program: Program): string[] {
  return [...nodesIn(program as unknown as Node)].flatMap((node) => {
    const written =
      node.type === 'AssignmentExpression'
        ? node.left
        : node.type === 'UpdateExpression'
          ? node.argument
          : node.type === 'CallExpression'
            ? targetOf(node)
            : undefined
    const isGlobal = written && GLOBALS.some((name) => isNamed(written, name) || isMemberOf(written, name))
    return isGlobal ? [source.slice(written.start, written.end)] : []
  })
}

const keeps = (value: Expression, name: string, program: Program): boolean =>
  isKept(value, name, program) || holdsCollection(value)

/** True if an empty collection stands in a value, outside of its functions: it is there to be filled. */
function holdsCollection(value: Node): boolean {
  if (value.type === 'NewExpression' && value.callee.type === 'Identifier')
    if (/^(Weak)?(Map|Set)$/.test(value.callee.name) && value.arguments.length === 0) return true
  if (/Function|^Class/.test(value.type)) return false
  return childrenOf(value).some(holdsCollection)
}

function isKept(value: Expression, name: string, program: Program): boolean {
  switch (value.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return isKept(value.expression, name, program)
    case 'AwaitExpression':
      return isKept(value.argument, name, program)
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
      return KEEPER.test(called) || isEmptyObject(value) || isChanged(name, program)
    }
    default:
      return isChanged(name, program)
  }
}

/** `Object.create(null)` */
const isEmptyObject = ({ callee, arguments: { length } }: CallExpression): boolean =>
  callee.type === 'MemberExpression' &&
  isNamed(callee.object, 'Object') &&
  callee.property.type === 'Identifier' &&
  callee.property.name === 'create' &&
  length === 1

/** True if the module itself changes it, within a function or not. */
function isChanged(name: string, program: Program): boolean {
  const names = changed.get(program) ?? new Set(changesIn(program))
  changed.set(program, names)
  return names.has(name)
}

/** Names by module, read in one walk. */
const changed = new WeakMap<Program, Set<string>>()

function* changesIn(program: Program): Generator<string> {
  for (const node of nodesIn(program as unknown as Node)) {
    const member =
      node.type === 'AssignmentExpression'
        ? node.left
        : node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete')
          ? node.argument
          : undefined
    if (member && unwrapped(member).type === 'MemberExpression') yield* rootOf(member)
    if (node.type !== 'CallExpression') continue
    yield* rootOf(targetOf(node))
    const { callee } = node
    if (
      callee.type === 'MemberExpression' &&
      callee.property.type === 'Identifier' &&
      CHANGES.has(callee.property.name)
    )
      yield* rootOf(callee.object)
  }
}

/** The name of `name`, `name.a` and `name[a].b`; none where it begins otherwise. */
function rootOf(node: Node | undefined): string[] {
  if (!node) return []
  const inner = unwrapped(node)
  if (inner.type === 'Identifier') return [inner.name]
  return inner.type === 'MemberExpression' ? rootOf(inner.object) : []
}

const WRAPPERS = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])
const unwrapped = (node: Node): Node =>
  WRAPPERS.has(node.type) ? unwrapped((node as unknown as { expression: Node }).expression) : node

/** `Object.assign(target, …)` and the like. */
function targetOf({ callee, arguments: [target] }: CallExpression): Node | undefined {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined
  const isSetter = isNamed(callee.object, 'Object') || isNamed(callee.object, 'Reflect')
  return isSetter && SETTERS.has(callee.property.name) ? target : undefined
}

const isNamed = (node: Node, name: string): boolean => {
  const inner = unwrapped(node)
  return inner.type === 'Identifier' && inner.name === name
}

/** `name.a`, `name[a].b` */
function isMemberOf(node: Node, name: string): boolean {
  const inner = unwrapped(node)
  return inner.type === 'MemberExpression' && (isNamed(inner.object, name) || isMemberOf(inner.object, name))
}
