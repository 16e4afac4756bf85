/**
 * The API reference's page of a search: its fields, with their types and operators as a version has
 * them, and its limits. Printed from the whitelist that the compiler reads, so that the two cannot part.
 */
import { CURSOR_MAX } from '../http/pages.ts'
import {
  OPERATORS,
  type FieldDefinition,
  type Kind,
  type Operator,
  type SearchContext,
  type SearchFields,
} from './fields.ts'
import { LIMITS } from './parse.ts'
import type { Usual } from './search-page.ts'

const KINDS: Record<Kind, string> = {
  text: 'Text, in any letter case',
  exact: 'Text, exactly as it is',
  words: 'A word of the text',
  id: 'An id, as text; ordered as numbers',
  ids: 'Ids, one of which must match',
  segment: 'The id of a segment',
  number: 'A number',
  numberOrEqual: 'A number; `>` and `<` include it',
  switch: 'True or false',
  time: 'A time in unix seconds, to the second',
  timeOrEqual: 'A time in unix seconds; `>` and `<` include it',
  day: "A time in unix seconds; its whole day in the workspace's time zone counts",
  dayInUtc: 'A time in unix seconds; its whole day in UTC counts',
}

const MEANINGS: Record<Operator, string> = {
  '=': 'equals',
  '!=': 'does not equal',
  IN: 'is one of a list',
  NIN: 'is none of a list',
  '>': 'is greater or later',
  '<': 'is less or earlier',
  '>=': 'is not less',
  '<=': 'is not greater',
  '~': 'contains',
  '!~': 'does not contain',
  '^': 'begins with',
  $: 'ends with',
}

/** The data types of custom attributes. */
const DATA_TYPES = ['string', 'integer', 'float', 'boolean', 'date', 'datetime']

export interface Guide {
  /** Two or three sentences on what is found. */
  about: string
  search: SearchFields
  usual: Usual
}

/** The description of an operation that searches. */
export const guide =
  ({ about, search, usual }: Guide) =>
  (version: Pick<SearchContext, 'has'>): string => {
    const context = contextOf(version)
    const rows = rowsOf(search, context)
    return [
      about,
      `A condition is \`{"field": …, "operator": …, "value": …}\`. A group is \`{"operator": "AND", "value": […]}\`, or \`"OR"\`, of up to ${LIMITS.items} conditions or groups; groups are nested ${LIMITS.depth} deep at most, and a query has at most ${LIMITS.values.toLocaleString('en')} values.`,
      'The fields, by what their values are and the operators that they take:',
      list(rows),
      operators(rows),
      `The value null stands for no value: \`=\` finds what has none. ${
        search.negationFindsMissing(context)
          ? '`!=`, `NIN` and `!~` also find what has no value.'
          : '`!=`, `NIN` and `!~` do not find what has no value.'
      }`,
      `A page has ${usual.perPage} objects unless \`per_page\` says otherwise, and ${CURSOR_MAX} at most. The order is \`${usual.order.field}\`, ${usual.order.direction}, unless \`sort\` names another field${unsorted(search)}.`,
    ].join('\n\n')
  }

/** A request of nobody, now: operators and types depend on the version alone. */
const contextOf = ({ has }: Pick<SearchContext, 'has'>): SearchContext => ({
  workspaceId: 0,
  timeZone: 'the workspace',
  now: new Date(0),
  has,
  attributes: new Map(),
  segments: new Map(),
})

interface Row {
  names: string[]
  kind: string
  operators: readonly Operator[]
}

/** Fields of one type that take the same operators share a row. */
function rowsOf({ fields, patterns = [] }: SearchFields, context: SearchContext): Row[] {
  const rows = new Map<string, Row>()
  const add = (name: string, { kind, operators }: FieldDefinition) => {
    const words = KINDS[typeof kind === 'function' ? kind(context) : kind]
    const taken = operators(context)
    const key = `${words} ${taken.join(' ')}`
    const row = rows.get(key) ?? { names: [], kind: words, operators: taken }
    rows.set(key, { ...row, names: [...row.names, name] })
  }
  for (const [name, field] of Object.entries(fields)) add(`\`${name}\``, field)
  for (const { prefix, field } of patterns)
    for (const data_type of DATA_TYPES) {
      const found = field('name', { attributes: new Map([['name', { data_type }]]) })
      if (found) add(`\`${prefix}{name}\` of type ${data_type}`, found)
    }
  return [...rows.values()]
}

/** A list, not a table: it is read on small screens too. */
const list = (rows: Row[]): string =>
  rows
    .map(
      ({ names, kind, operators }) =>
        `- **${kind}**, by ${operators.map((operator) => `\`${operator}\``).join(' ')}: ${names.join(', ')}`,
    )
    .join('\n')

function operators(rows: Row[]): string {
  const taken = OPERATORS.filter((operator) => rows.some((row) => row.operators.includes(operator)))
  return `${taken.map((operator) => `\`${operator}\` ${MEANINGS[operator]}`).join('; ')}.`
}

function unsorted({ fields, patterns = [] }: SearchFields): string {
  const names = Object.entries(fields).flatMap(([name, { sort }]) => (sort ? [] : [`\`${name}\``]))
  if (patterns.length > 0) names.push('custom attributes')
  return names.length === 0 ? '' : `, which cannot be ${names.join(', ')}`
}
