/** The collections and the folder that an article is put into. */
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { FolderIdInput, readFolderId } from '../folders/place.ts'
import { listKnownCollections } from './write-queries.ts'

export const parentFields = {
  parent_id: described(
    Type.Optional(Nullable(IdInput)),
    'The collection or section that it stands in. An article without one stands alone.',
  ),
  parent_type: described(Type.Optional(Nullable(Type.String())), 'The kind of the parent: `collection` or `section`.'),
  parent_ids: described(
    Type.Optional(Type.Array(IdInput, { maxItems: 100 })),
    'The collections that it stands in, where there are several.',
  ),
  folder_id: Type.Optional(FolderIdInput),
}

interface Parents {
  parent_id?: string | number | null
  parent_type?: string | null
  parent_ids?: (string | number)[]
}

/** @returns the collections in their order; `undefined` if none is named @throws 400 parameter_invalid for unknown ones */
export async function readParents(ctx: Ctx, body: Parents): Promise<number[] | undefined> {
  const { parent_id, parent_type, parent_ids } = body
  if (parent_type && parent_type !== 'collection' && parent_type !== 'section')
    throw parameterInvalid('parent_type must be collection or section', 'parent_type')
  if (parent_id === undefined && parent_ids === undefined) return undefined
  const named = [...(parent_ids ?? []), ...(parent_id === undefined || parent_id === null ? [] : [parent_id])]
  const ids = [...new Set(named.map(numberId))]
  const known = await listKnownCollections(
    ctx.db,
    ctx.workspaceId,
    ids.filter((id) => id !== undefined),
  )
  return ids.map((id) => {
    if (id !== undefined && known.has(id)) return id
    const [field, message] = parent_ids?.some((one) => numberId(one) === id)
      ? ['parent_ids', 'parent_ids contains unknown collections']
      : ['parent_id', 'parent_id must be the id of a collection']
    throw parameterInvalid(message!, field)
  })
}

/** @returns the folder, null for none, `undefined` if none is named @throws 400 parameter_invalid for an unknown one */
export async function readFolder(ctx: Ctx, id: string | number | null | undefined): Promise<number | null | undefined> {
  if (id === undefined || id === null) return id
  // A folder goes only while nothing is in it.
  await lockWorkspace(ctx.db, ctx.workspaceId)
  return readFolderId(ctx, 'folder_id', id)
}
