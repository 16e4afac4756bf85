/** Keys of a text that mean nothing in a workspace: told, or refused, when the text is saved. */
import type { Db } from '../db/pool.ts'
import { listAttributes } from './queries.ts'
import { attributeOf, isKnown } from './vocabulary.ts'

/** A data attribute that is not there, or no more, means nothing. */
export async function listUnknown(db: Db, workspaceId: number, keys: readonly string[]): Promise<Set<string>> {
  const unknown = new Set(keys.filter((key) => !isKnown(key)))
  const asked = keys.flatMap((key) => attributeOf(key) ?? [])
  const there = await listAttributes(db, workspaceId, asked)
  for (const key of keys) {
    const attribute = attributeOf(key)
    if (attribute && !there.some(({ model, name }) => model === attribute.model && name === attribute.name))
      unknown.add(key)
  }
  return unknown
}
