/** Keys that placeholders know, and their values for a contact and the teammate who writes. */

/** Properties of a subject by their names; custom attributes besides. */
interface Subject {
  properties: Record<string, string | number | null>
  custom_attributes: Record<string, unknown>
}

const PERSON = [
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
]
const PROPERTIES = new Map([
  ['user', PERSON],
  ['contact', PERSON],
  ['company', ['id', 'company_id', 'name', 'industry', 'website', 'size']],
  ['teammate', ['id', 'name', 'first_name', 'email']],
  ['app', ['id', 'name']],
])
const WITH_ATTRIBUTES = ['user', 'contact', 'company']

/** True if the key means something here. */
export function isKnown(key: string): boolean {
  const [subject = '', ...rest] = key.split('.')
  if (rest[0] === 'custom_attributes') return rest.length === 2 && WITH_ATTRIBUTES.includes(subject)
  return rest.length === 1 && (PROPERTIES.get(subject)?.includes(rest[0]!) ?? false)
}

/** @returns values by key: null where there is none, undefined where the key means nothing */
export const valuesOf =
  (subjects: Record<string, Subject | undefined>) =>
  (key: string): string | null | undefined => {
    if (!isKnown(key)) return undefined
    const [subject, property, attribute] = key.split('.') as [string, string, string?]
    const found = subjects[subject]
    if (!found) return null
    const value = attribute === undefined ? found.properties[property] : found.custom_attributes[attribute]
    return value === undefined || value === null || typeof value === 'object' ? null : String(value)
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
