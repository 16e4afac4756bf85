/**
 * References to custom objects. A contact, a conversation, a ticket or another object stores them among its own
 * attributes as a list of ids; answers and events show the objects themselves. Everything that presents such a row
 * passes it through `withObjects` first, which asks the database only where there is a reference.
 */
import type { Db } from '../../db/pool.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { presentReferred, type InstanceRow } from './instance.ts'
import { listInstancesByIds } from './instance-queries.ts'

interface Scope {
  db: Db
  workspaceId: number
}
type Attributes = Record<string, unknown>

/** The row as it is presented. */
export function withObjects<Row extends { custom_attributes: unknown }>(scope: Scope, row: Row): Row | Promise<Row> {
  if (!refersToAny(row.custom_attributes as Attributes)) return row
  return withObjectsOfAll(scope, [row]).then(([shown]) => shown!)
}

/** The same for many rows, in one query. */
export async function withObjectsOfAll<Row extends { custom_attributes: unknown }>(
  scope: Scope,
  rows: Row[],
): Promise<Row[]> {
  const objects = await findReferred(
    scope,
    rows.map(({ custom_attributes }) => custom_attributes as Attributes),
  )
  if (objects.size === 0 && !rows.some((row) => refersToAny(row.custom_attributes as Attributes))) return rows
  return rows.map((row) => ({ ...row, custom_attributes: show(row.custom_attributes as Attributes, objects) }))
}

const refersToAny = (attributes: Attributes) => Object.values(attributes).some(Array.isArray)

/** The objects that attributes refer to, by their ids. */
export async function findReferred({ db, workspaceId }: Scope, all: Attributes[]): Promise<Map<number, InstanceRow>> {
  const ids = all.flatMap((attributes) => Object.values(attributes).filter(Array.isArray).flat())
  if (ids.length === 0) return new Map()
  return new Map((await listInstancesByIds(db, workspaceId, ids)).map((row) => [row.id, row]))
}

/** Each list of ids as the list of its objects. Deleted objects are left out, and an attribute that refers to none. */
export function show(attributes: Attributes, objects: Map<number, InstanceRow>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      if (!Array.isArray(value)) return [[name, value]]
      const rows = value.flatMap((id) => objects.get(id) ?? [])
      return rows.length === 0 ? [] : [[name, presentReferred(rows)]]
    }),
  )
}

/** An attribute that refers to objects. */
export interface Referring {
  name: string
  /** The only type of its objects; null allows any. */
  typeId: number | null
  /** True if it refers to one object at most. */
  isSingle: boolean
}

/** Objects that one attribute may refer to. */
const MOST = 100

/**
 * Ids as they are stored. A request sends one id, a list of ids, or the list of objects that an answer showed.
 * @returns null where it refers to nothing
 * @throws 400 parameter_invalid for an object that does not exist, or too many
 */
export async function readReferences(
  { db, workspaceId }: Scope,
  { name, typeId, isSingle }: Referring,
  value: unknown,
): Promise<number[] | null> {
  const sent = idsIn(value)
  if (sent.length > MOST) throw parameterInvalid(`${name} can refer to at most ${MOST} objects`)
  const ids = [...new Set(sent.map((id) => readId(id) ?? refuse(id)))]
  if (isSingle && ids.length > 1) throw parameterInvalid(`${name} can refer to one object only`)
  if (ids.length === 0) return null
  const rows = await listInstancesByIds(db, workspaceId, ids)
  const known = new Set(rows.filter(({ type_id }) => typeId === null || type_id === typeId).map(({ id }) => id))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) refuse(missing)
  return ids
}

export function idsIn(value: unknown): unknown[] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return value
  const { instances } = value as { instances?: unknown }
  if (!Array.isArray(instances)) return [value]
  return instances.map((one) => (one as { id?: unknown } | null)?.id)
}

export const readId = (id: unknown): number | undefined =>
  typeof id === 'string' || typeof id === 'number' ? numberId(id) : undefined

function refuse(id: unknown): never {
  const told = typeof id === 'string' ? id : JSON.stringify(id)
  throw parameterInvalid(`Custom object instance '${String(told).slice(0, 100)}' does not exist`)
}
