/** Relationships as contacts and conversations have them: an attribute that refers to objects of one type. */
import type { Db } from '../../db/pool.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { findLinkedElsewhere, listRelationshipsByName, type Holder } from './link-queries.ts'
import { readReferences } from './references.ts'
import { SINGLE, type RelationshipRow } from './settings/custom-object-type.ts'

interface Scope {
  db: Db
  workspaceId: number
}

export interface HeldLink {
  /**
   * @returns ids as they are stored, null for none
   * @throws 400 parameter_invalid where an object does not exist, or may not be linked to another thing
   */
  read(value: unknown, self: string | number | null): Promise<number[] | null>
}

const HOLDERS: Record<string, Holder> = { contact: 'contacts', conversation: 'threads' }

/** The relationships among these names. */
export async function linkedBy(scope: Scope, model: string, names: string[]): Promise<Map<string, HeldLink>> {
  const holder = HOLDERS[model]
  if (holder === undefined || names.length === 0) return new Map()
  const rows = await listRelationshipsByName(scope.db, scope.workspaceId, model, names)
  return new Map(rows.map((row) => [row.related_name, heldLink(scope, holder, row)]))
}

const heldLink = (scope: Scope, holder: Holder, row: RelationshipRow): HeldLink => ({
  async read(value, self) {
    const { related_name: name, type_id: typeId } = row
    const { objectHasOne, thingHasOne } = SINGLE[row.cardinality as keyof typeof SINGLE]
    const ids = await readReferences(scope, { name, typeId, isSingle: thingHasOne }, value)
    if (ids === null || !objectHasOne) return ids
    const taken = await findLinkedElsewhere(scope.db, scope.workspaceId, holder, name, ids, self)
    if (taken !== undefined) throw parameterInvalid(`Custom object instance '${taken}' is linked to another already`)
    return ids
  },
})
