/**
 * Holds custom attribute values against the workspace's data attributes: an attribute must have
 * been declared, and its values are of its type.
 */
import { parameterInvalid } from '../../http/errors.ts'
import type { Db } from '../../db/pool.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'

export type AttributeModel = 'contact' | 'company' | 'conversation'
export type AttributeValues = Record<string, unknown>

const NOUN = { contact: 'Custom attribute', company: 'Custom attribute', conversation: 'Conversation attribute' }

type Declared = Pick<DataAttributesRow, 'name' | 'data_type' | 'options'>

/**
 * @returns the values as they are kept: of their attribute's type, null where one is to be cleared
 * @throws 400 parameter_invalid
 */
export async function checkCustomAttributes(
  db: Db,
  workspaceId: number,
  model: AttributeModel,
  values: AttributeValues | null | undefined,
): Promise<AttributeValues> {
  const names = Object.keys(values ?? {})
  if (names.length === 0) return {}
  const declared = await db<Declared[]>`
    select name, data_type, options from data_attributes
    where workspace_id = ${workspaceId} and model = ${model} and name in ${db(names)} and not archived`
  const byName = new Map(declared.map((attribute) => [attribute.name, attribute]))
  return Object.fromEntries(
    names.map((name) => {
      const attribute = byName.get(name)
      if (!attribute) throw parameterInvalid(`${NOUN[model]} '${name}' does not exist`)
      return [name, keep(attribute, values![name])]
    }),
  )
}

/** Text that says a number, a switch or a time is taken for it, as clients that read forms send it. */
function keep({ name, data_type, options }: Declared, value: unknown): unknown {
  if (value === null || value === undefined) return null
  const refuse = () => parameterInvalid(`${name} must be of type ${data_type}`)
  switch (data_type) {
    case 'boolean':
      if (value === true || value === 'true') return true
      if (value === false || value === 'false') return false
      throw refuse()
    case 'integer':
    case 'float': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      if (typeof number !== 'number' || !Number.isFinite(number)) throw refuse()
      if (data_type === 'integer' && !Number.isSafeInteger(number)) throw refuse()
      return number
    }
    case 'date':
    case 'datetime': {
      const time = toSeconds(value)
      if (time === undefined) throw refuse()
      return time
    }
    default: {
      if (typeof value === 'object') throw refuse()
      const text = String(value)
      if (options && !options.includes(text)) throw parameterInvalid(`${name} must be one of: ${options.join(', ')}`)
      return text
    }
  }
}

/** Unix seconds from seconds or from an ISO 8601 time. */
function toSeconds(value: unknown): number | undefined {
  if (typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value))) {
    const seconds = Number(value)
    return Number.isSafeInteger(seconds) && Math.abs(seconds) <= 253402300799 ? seconds : undefined
  }
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000)
}

/** What the kept attributes become: new values laid over them, null taking one away. */
export function mergeAttributes(kept: AttributeValues, changes: AttributeValues): AttributeValues {
  const merged = { ...kept, ...changes }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}
