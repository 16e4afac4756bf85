/**
 * The SQL of tags themselves. Tagging is in contact-queries.ts, company-queries.ts and conversation-queries.ts. A tag
 * is locked before what it hangs on, so that a deletion and an application wait for each other instead of blocking.
 */
import type { Db } from '../../db/pool.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import { isUniqueViolation } from '../../db/violations.ts'
import { notFound, parameterInvalid } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

export const listTags = (db: Db, workspaceId: number): Promise<TagsRow[]> =>
  db<TagsRow[]>`select * from tags where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getTag(db: Db, workspaceId: number, id: string): Promise<TagsRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<TagsRow[]>`select * from tags where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/**
 * A tag that cannot be deleted before this transaction ends.
 * @param missing the error for an unknown tag
 * @throws 404
 */
export async function getTagToApply(
  db: Db,
  workspaceId: number,
  id: string | number,
  missing: 'resource' | 'tag' = 'resource',
): Promise<TagsRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<TagsRow[]>`
          select * from tags where workspace_id = ${workspaceId} and id = ${number} for key share`
  if (!row) throw notFound(missing)
  return row
}

/** Existing tags of the given names, each once, ordered by name. */
export async function listKnownTags(db: Db, workspaceId: number, ids: (string | number)[]): Promise<number[]> {
  const numbers = ids.map(numberId).filter((id) => id !== undefined)
  if (numbers.length === 0) return []
  const rows = await db<{ id: number }[]>`
    select id from tags where workspace_id = ${workspaceId} and id = any(${numbers}::bigint[])
    order by array_position(${numbers}::bigint[], id) for key share`
  return rows.map(({ id }) => id)
}

/** The tag of a name, whatever its letter case; made where there is none. It cannot be deleted before this transaction ends. */
export async function upsertTag(db: Db, workspaceId: number, name: string, now: Date): Promise<TagsRow> {
  // A tag that was made or deleted between the two statements is seen in the next round.
  for (;;) {
    const [found] = await db<TagsRow[]>`
      select * from tags where workspace_id = ${workspaceId} and lower(name) = lower(${name}) for key share`
    if (found) return found
    const [made] = await db<TagsRow[]>`
      insert into tags (workspace_id, name, created_at) values (${workspaceId}, ${name}, ${now})
      on conflict (workspace_id, lower(name)) do nothing returning *`
    if (made) return made
  }
}

/**
 * Renames a tag. Where another tag has the name already, that one is the answer and both stay as they
 * are: clients that rename on every run are answered 200.
 * @throws 404 not_found
 */
export async function updateTagName(db: Db, workspaceId: number, id: string | number, name: string): Promise<TagsRow> {
  const number = numberId(id)
  if (number === undefined) throw notFound('resource')
  const [other] = await db<TagsRow[]>`
    select * from tags
    where workspace_id = ${workspaceId} and lower(name) = lower(${name}) and id <> ${number}
      and exists (select from tags t where t.workspace_id = ${workspaceId} and t.id = ${number})
    for key share`
  if (other) return other
  const [row] = await db<TagsRow[]>`
    update tags set name = ${name} where workspace_id = ${workspaceId} and id = ${number} returning *`.catch(
    (cause: unknown) => {
      throw isUniqueViolation(cause) ? parameterInvalid('Another tag has that name already', 'name') : cause
    },
  )
  if (!row) throw notFound('resource')
  return row
}
