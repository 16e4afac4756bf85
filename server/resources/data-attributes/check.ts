/**
 * Holds custom attribute values against the workspace's data attributes: an attribute must have
 * been declared, and its values are of its type.
 */
import { parameterInvalid } from '../../http/errors.ts'
import { fragment, type Db } from '../../db/pool.ts'
import { linkedBy } from '../custom-objects/links-of-holder.ts'
import { readReferences, type Referring } from '../custom-objects/references.ts'
import { readValue, type Declared } from './value.ts'

export type AttributeModel = 'contact' | 'company' | 'conversation'
export type AttributeValues = Record<string, unknown>

const NOUN = { contact: 'Custom attribute', company: 'Custom attribute', conversation: 'Conversation attribute' }

/** Attributes that the server sets. Clients that send back what they read do not change them. */
const READ_ONLY: Partial<Record<AttributeModel, string[]>> = { company: ['creation_source'] }

/**
 * @param holder the id of the row that has the values, where there is one already
 * @returns the values as they are kept: of their attribute's type, null where one is to be cleared, and lists of ids
 *   where an attribute refers to custom objects
 * @throws 400 parameter_invalid
 */
export async function checkCustomAttributes(
  db: Db,
  workspaceId: number,
  model: AttributeModel,
  values: AttributeValues | null | undefined,
  holder: string | number | null = null,
): Promise<AttributeValues> {
  const names = Object.keys(values ?? {}).filter((name) => !READ_ONLY[model]?.includes(name))
  if (names.length === 0) return {}
  // An attribute of conversations is not renamed while values are written under its name.
  const declared = await db<(Declared & Reference)[]>`
    select model, name, data_type, options, reference_cardinality,
      (select id from custom_object_types t
        where t.workspace_id = a.workspace_id and lower(t.identifier) = lower(reference_object_type)) as reference_type_id
    from data_attributes a
    where workspace_id = ${workspaceId} and model = ${model} and name = any(${names}) and not archived
    ${model === 'conversation' ? fragment`for share` : fragment``}`
  const byName = new Map(declared.map((attribute) => [attribute.name, attribute]))
  const scope = { db, workspaceId }
  const links = await linkedBy(
    scope,
    model,
    names.filter((name) => !byName.has(name)),
  )
  const checked: AttributeValues = {}
  for (const name of names) {
    const attribute = byName.get(name)
    const link = links.get(name)
    if (link) checked[name] = await link.read(values![name], holder)
    else if (!attribute) throw parameterInvalid(`${NOUN[model]} '${name}' does not exist`)
    else if (attribute.data_type === 'relationship')
      checked[name] = await readReferences(scope, referringOf(attribute), values![name])
    else checked[name] = readValue(attribute, values![name])
  }
  return checked
}

interface Reference {
  reference_cardinality: string | null
  reference_type_id: number | null
}

const referringOf = ({ name, reference_cardinality, reference_type_id }: Declared & Reference): Referring => ({
  name,
  typeId: reference_type_id,
  isSingle: reference_cardinality === 'one',
})

/** Merges new values into the stored attributes; null removes one. */
export function mergeAttributes(kept: AttributeValues, changes: AttributeValues): AttributeValues {
  const merged = { ...kept, ...changes }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}
