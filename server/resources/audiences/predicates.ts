/** Predicates of an audience: their form in requests, and the search queries that they mean. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { model } from '../../schema/types.ts'
import type { FieldQuery, Query } from '../../search/parse.ts'

export const Predicate = model('predicate', {
  attribute: Type.String({
    description: 'A field of searches of contacts; with `company.` before it, of searches of companies.',
  }),
  type: Type.String({
    description: 'The type of the value, such as `string`, `integer`, `boolean`, `date` or `role`.',
  }),
  comparison: Type.String({ description: 'The comparison, such as `eq` or `contains`.' }),
  value: Type.Optional(Type.String({ description: 'The value to compare with. Absent for `known` and `unknown`.' })),
})
export type StoredPredicate = Static<typeof Predicate>

/** As many as a group of a search has conditions. */
const MOST = 15

const PredicateInput = Type.Object({
  attribute: Type.String({ maxLength: 255, description: 'The field that is compared.' }),
  type: Type.Optional(Type.String({ maxLength: 50, description: 'The type of the value; `string` by default.' })),
  comparison: Type.String({
    maxLength: 50,
    description:
      'One of `eq`, `ne`, `gt`, `gte`, `lt`, `lte`, `contains`, `not_contains`, `starts_with`, `ends_with`, `known`, `unknown`.',
  }),
  value: Type.Optional(
    Type.Unsafe<string | number | boolean | null>({
      type: ['string', 'number', 'boolean', 'null'],
      maxLength: 255,
      description: 'The value to compare with.',
    }),
  ),
})

export const PredicatesInput = (description: string) => Type.Array(PredicateInput, { maxItems: MOST, description })

/** Comparisons and the operators of searches that they mean. */
const OPERATORS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: '~',
  not_contains: '!~',
  starts_with: '^',
  ends_with: '$',
}
/** Comparisons without a value. */
const PRESENCE: Record<string, string> = { known: '!=', unknown: '=' }

const ROLES: Record<string, string> = {
  user: 'user',
  user_role: 'user',
  lead: 'lead',
  lead_role: 'lead',
  contact_role: 'lead',
  visitor: 'visitor',
  visitor_role: 'visitor',
}

export const invalid = (message: string) => apiError(422, 'validation_error', message)

/** @throws 422 validation_error for a comparison that does not exist, or a value that is missing */
export function readPredicates(given: Static<typeof PredicateInput>[]): StoredPredicate[] {
  return given.map(({ attribute, type = 'string', comparison, value }) => {
    const stored = { attribute: attribute.trim(), type, comparison }
    if (Object.hasOwn(PRESENCE, comparison)) return stored
    if (!Object.hasOwn(OPERATORS, comparison)) throw invalid(`${comparison} is not a valid comparison`)
    if (value === undefined || value === null) throw invalid(`${stored.attribute} must be compared with a value`)
    return { ...stored, value: String(value) }
  })
}

/** @throws 422 validation_error for anything but a role */
export function readRolePredicates(given: Static<typeof PredicateInput>[]): StoredPredicate[] {
  const predicates = readPredicates(given)
  for (const { attribute, comparison, value = '' } of predicates) {
    if (attribute !== 'role') throw invalid('Role predicates must compare the attribute role')
    if (!['eq', 'ne'].includes(comparison)) throw invalid('Roles must be compared by eq or ne')
    if (!Object.hasOwn(ROLES, value)) throw invalid(`${value} is not a valid role`)
  }
  return predicates
}

const OF_COMPANY = 'company.'

/** Queries on the contact, and on one company of the contact; undefined where none is asked for. */
export function queriesOf({ predicates, role_predicates }: Predicates): { contact: Query; company: Query | undefined } {
  const [ofCompany, ofContact] = [true, false].map((company) =>
    predicates.filter(({ attribute }) => attribute.startsWith(OF_COMPANY) === company),
  ) as [StoredPredicate[], StoredPredicate[]]
  const roles = role_predicates.map((one) => ({ ...one, value: ROLES[one.value ?? '']! })).map(toQuery)
  const contact: Query[] = [
    ...ofContact.map(toQuery),
    ...(roles.length > 0 ? [{ kind: 'any' as const, items: roles }] : []),
  ]
  const company = ofCompany.map((one) => toQuery({ ...one, attribute: one.attribute.slice(OF_COMPANY.length) }))
  return {
    contact: { kind: 'all', items: contact },
    company: company.length > 0 ? { kind: 'all', items: company } : undefined,
  }
}

export interface Predicates {
  predicates: StoredPredicate[]
  role_predicates: StoredPredicate[]
}

function toQuery({ attribute, type, comparison, value }: StoredPredicate): FieldQuery {
  const presence = PRESENCE[comparison]
  const operator = presence ?? OPERATORS[comparison]!
  return { kind: 'field', field: attribute, operator, value: presence ? null : typed(value ?? '', type) }
}

const NUMERIC = /^-?\d{1,15}(\.\d+)?$/

/** Searches compare numbers and dates with numbers, and switches with true or false. */
function typed(value: string, type: string): string | number | boolean {
  if (['integer', 'float', 'number', 'date', 'datetime'].includes(type))
    return NUMERIC.test(value) ? Number(value) : value
  if (type === 'boolean' && ['true', 'false'].includes(value)) return value === 'true'
  return value
}
