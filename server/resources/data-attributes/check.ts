/**
 * Holds custom attribute values against the workspace's data attributes: an attribute must have
 * been declared, and its values are of its type.
 */
import { parameterInvalid } from '../../http/errors.ts'
import { fragment, type Db } from '../../db/pool.ts'
import { readValue, type Declared } from './value.ts'

export type AttributeModel = 'contact' | 'company' | 'conversation'
export type AttributeValues = Record<string, unknown>

const NOUN = { contact: 'Custom attribute', company: 'Custom attribute', conversation: 'Conversation attribute' }

/** Attributes that the server sets. Clients that send back what they read do not change them. */
const READ_ONLY: Partial<Record<AttributeModel, string[]>> = { company: ['creation_source'] }

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
  const names = Object.keys(values ?? {}).filter((name) => !READ_ONLY[model]?.includes(name))
  if (names.length === 0) return {}
  // An attribute of conversations is not renamed while values are written under its name.
  const declared = await db<Declared[]>`
    select model, name, data_type, options from data_attributes
    where workspace_id = ${workspaceId} and model = ${model} and name = any(${names}) and not archived
    ${model === 'conversation' ? fragment`for share` : fragment``}`
  const byName = new Map(declared.map((attribute) => [attribute.name, attribute]))
  return Object.fromEntries(
    names.map((name) => {
      const attribute = byName.get(name)
      if (!attribute) throw parameterInvalid(`${NOUN[model]} '${name}' does not exist`)
      return [name, readValue(attribute, values![name])]
    }),
  )
}

/** Merges new values into the stored attributes; null removes one. */
export function mergeAttributes(kept: AttributeValues, changes: AttributeValues): AttributeValues {
  const merged = { ...kept, ...changes }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}
