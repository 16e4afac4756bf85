/**
 * Code that interprets the operators of conditions: it compares a value with an operator, branches on one in a switch,
 * or looks up what to do in a table of functions by operator. The compiler of searches does; anything else that does is
 * a second evaluator.
 */
import type { Node } from 'oxc-parser'
import { nodesIn, parseModule } from './parse.ts'

/** Signs of the search language; its words, and those of audiences and of rule builders. */
const SIGNS = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$']
const WORDS = `eq ne neq gt gte lt lte equals not_equals contains not_contains starts_with ends_with greater_than
  less_than is_known is_unknown`.split(/\s+/)
const OPERATORS = new Set([...SIGNS, ...WORDS])
/** Most sources have none of them, and need not be parsed. */
const ANY = new RegExp(
  `(['"])(${SIGNS.map((sign) => sign.replaceAll(/[$^]/g, '\\$&')).join('|')})\\1|\\b(${WORDS.join('|')})\\b`,
)

/** Signs that other texts have, too: alone they say nothing. */
const COMMON = new Set(['=', '>', '<', '~', '^', '$', 'IN'])

const textOf = (node: Node | null | undefined): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

const isOperator = (node: Node | null | undefined): boolean => OPERATORS.has(textOf(node) ?? '')

/** A name says that it is an operator; other names are taken at their word where the sign is no common one. */
function isCompared(value: Node, operator: Node): boolean {
  if (!isOperator(operator)) return false
  const name = value.type === 'MemberExpression' ? value.property : value
  const named = name.type === 'Identifier' && /operator|comparison|predicate/i.test(name.name)
  return named || !COMMON.has(textOf(operator)!)
}

const isFunction = (node: Node): boolean =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'

/** `{ eq: (a, b) => a === b }` */
const isEntry = (node: Node): boolean =>
  node.type === 'Property' &&
  isFunction(node.value) &&
  OPERATORS.has(node.key.type === 'Identifier' ? node.key.name : (textOf(node.key) ?? ''))

function interprets(node: Node): boolean {
  if (node.type === 'BinaryExpression' && ['===', '!==', '==', '!='].includes(node.operator))
    return isCompared(node.left, node.right) || isCompared(node.right, node.left)
  if (node.type === 'SwitchStatement') return node.cases.filter(({ test }) => isOperator(test)).length > 1
  return node.type === 'ObjectExpression' && node.properties.some(isEntry)
}

/** The places in a source, as they are written. */
export const evaluatorsIn = (source: string): string[] =>
  (ANY.test(source) ? [...nodesIn(parseModule(source))] : [])
    .filter(interprets)
    .map(({ start, end }) => source.slice(start, end))
