/** Creates and changes collections, which older versions also see as sections. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { nameMissing, type NewName, readNames } from './input.ts'
import * as queries from './queries.ts'
import type { CollectionRow } from './queries.ts'

interface New {
  name?: string | null | undefined
  description?: string | null | undefined
  translated_content?: Record<string, unknown> | null | undefined
  icon?: string | null | undefined
  parent_id?: string | number | null | undefined
  help_center_id?: string | number | null
}

/** @throws 400 for a missing name or an unknown parent, 404 for an unknown help center */
export async function createGroup(ctx: Ctx, body: New): Promise<CollectionRow> {
  const { db, workspaceId } = ctx
  const parent = await findParent(ctx, body.parent_id)
  const named = centerOf(body.help_center_id)
  const center = await queries.lockHelpCenter(db, workspaceId, named ?? parent?.help_center_id ?? null)
  if (parent && parent.help_center_id !== center.id)
    throw parameterInvalid('parent_id must be a collection of the same help center', 'parent_id')
  const locale = center.locales[0]!
  const names = readNames(body, locale)
  if (!names.some((name) => name.locale === locale && name.name !== null)) throw nameMissing()
  const id = await queries.insertCollection(db, {
    workspace_id: workspaceId,
    help_center_id: center.id,
    parent_id: parent?.id ?? null,
    created_at: ctx.now,
    ...(body.icon != null && { icon: body.icon }),
  })
  await writeNames(ctx, id, names)
  return queries.getCollection(db, workspaceId, id)
}

/** @param row the collection before the change */
export async function updateGroup(ctx: Ctx, row: CollectionRow, body: New): Promise<CollectionRow> {
  const { db, workspaceId } = ctx
  await queries.lockHelpCenter(db, workspaceId, row.help_center_id)
  const names = readNames(body, row.locales[0]!)
  const parent = await findParent(ctx, body.parent_id)
  if (parent && (await queries.listAncestors(db, workspaceId, parent.id)).includes(row.id))
    throw parameterInvalid('A collection cannot stand in itself', 'parent_id')
  if (parent && parent.help_center_id !== row.help_center_id)
    throw parameterInvalid('parent_id must be a collection of the same help center', 'parent_id')
  await queries.updateCollection(db, workspaceId, row.id, {
    ...(body.parent_id === undefined ? {} : { parent_id: parent?.id ?? null }),
    ...(body.icon != null && { icon: body.icon }),
    updated_at: ctx.now,
  })
  const has = (locale: string) => row.names.some((name) => name.locale === locale)
  // Nothing is cleared in a language that it does not have.
  await writeNames(
    ctx,
    row.id,
    names.filter(({ locale, name, description }) => has(locale) || name !== null || description),
  )
  return queries.getCollection(db, workspaceId, row.id)
}

async function writeNames(ctx: Ctx, id: number, names: NewName[]): Promise<void> {
  for (const name of names) await queries.upsertName(ctx.db, ctx.workspaceId, id, name)
}

async function findParent(ctx: Ctx, id: string | number | null | undefined): Promise<CollectionRow | undefined> {
  if (id === undefined || id === null) return undefined
  try {
    return await queries.getCollection(ctx.db, ctx.workspaceId, id)
  } catch (error) {
    if ((error as { status?: number }).status !== 404) throw error
    throw parameterInvalid('parent_id must be the id of a collection', 'parent_id')
  }
}

/** An id that is no number is that of no help center. */
const centerOf = (id: string | number | null | undefined): number | null =>
  id === undefined || id === null ? null : (numberId(id) ?? 0)
