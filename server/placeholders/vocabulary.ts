/**
 * The one vocabulary of placeholders: macros, the words of workflows and procedures, and inputs of data connectors that
 * say `{"from": …}` know these keys. A key without a value here and now (no company, no conversation yet) is known all
 * the same.
 */

/** A subject that a key begins with; the data attributes of `attributes` besides its properties. */
interface Subject {
  properties: readonly string[]
  attributes?: 'contact' | 'company'
}

const PERSON: Subject = {
  properties: [
    'id',
    'name',
    'first_name',
    'last_name',
    'email',
    'phone',
    'user_id',
    'external_id',
    'role',
    'language',
    'city',
    'country',
  ],
  attributes: 'contact',
}
const VOCABULARY: ReadonlyMap<string, Subject> = new Map<string, Subject>([
  ['user', PERSON],
  ['contact', PERSON],
  ['company', { properties: ['id', 'company_id', 'name', 'industry', 'website', 'size'], attributes: 'company' }],
  ['teammate', { properties: ['id', 'name', 'first_name', 'email'] }],
  ['app', { properties: ['id', 'name'] }],
  ['conversation', { properties: ['id'] }],
  ['message', { properties: ['body'] }],
])
const ATTRIBUTES = 'custom_attributes'

/** All keys, in one line for refusals and the reference. */
export const KNOWN_KEYS: string = [...Map.groupBy(VOCABULARY, ([, subject]) => subject)]
  .map(([{ properties, attributes }, names]) => {
    const all = [...properties, ...(attributes ? [`${ATTRIBUTES}.<name>`] : [])]
    return `${names.map(([name]) => name).join(' or ')} (${all.join(', ')})`
  })
  .join('; ')

/** A key that names a data attribute. */
export interface AttributeKey {
  model: 'contact' | 'company'
  name: string
}

/** Undefined for other keys. */
export function attributeOf(key: string): AttributeKey | undefined {
  const [subject = '', property, ...name] = key.split('.')
  const model = VOCABULARY.get(subject)?.attributes
  return model && property === ATTRIBUTES && name.length > 0 ? { model, name: name.join('.') } : undefined
}

/** True if the key means something here, be there such a data attribute or not. */
export function isKnown(key: string): boolean {
  if (attributeOf(key)) return true
  const [subject = '', property = '', ...rest] = key.split('.')
  return rest.length === 0 && (VOCABULARY.get(subject)?.properties.includes(property) ?? false)
}

/** Values of the subjects that are there. */
export type Subjects = Record<string, { properties: Record<string, unknown>; custom_attributes?: unknown } | undefined>

/** @returns values by key: null where there is none, undefined where the key means nothing */
export const valuesOf =
  (subjects: Subjects) =>
  (key: string): string | number | boolean | null | undefined => {
    if (!isKnown(key)) return undefined
    const [subject, property] = key.split('.') as [string, string]
    const found = subjects[subject]
    const attribute = attributeOf(key)
    const values = (attribute ? found?.custom_attributes : found?.properties) ?? {}
    const name = attribute?.name ?? property
    const value = Object.hasOwn(values, name) ? (values as Record<string, unknown>)[name] : null
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  }

/** The first and the last name of a full one. */
export function namesOf(name: string | null): {
  name: string | null
  first_name: string | null
  last_name: string | null
} {
  const words = name?.trim().split(/\s+/).filter(Boolean) ?? []
  return {
    name: words.length === 0 ? null : name,
    first_name: words[0] ?? null,
    last_name: words.length > 1 ? words.slice(1).join(' ') : null,
  }
}
