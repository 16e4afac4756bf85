/** The SQL of taking a tag out of the workspace. */
import type { Db } from '../../db/pool.ts'
import { numberId } from '../../ids.ts'

/** Keeps the tag from being applied until this transaction ends. @returns its number, where it exists */
export async function findTagToDelete(db: Db, workspaceId: number, id: string): Promise<number | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  const [row] = await db<{ id: number }[]>`
    select id from tags where workspace_id = ${workspaceId} and id = ${number} for update`
  return row?.id
}

/** The names of the segments whose filter asks for the tag, by id as text or as a number, alone or in a list. */
export async function listSegmentsUsingTag(db: Db, workspaceId: number, tagId: number): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select name from segments
    where workspace_id = ${workspaceId} and jsonb_path_exists(
      filter,
      '$.** ? (@.field == "tag_id" && (@.value[*] == $text || @.value[*] == $number))',
      jsonb_build_object('text', ${tagId}::bigint::text, 'number', ${tagId}::bigint))
    order by name`
  return rows.map(({ name }) => name)
}

/** Deletes the tag, and takes it off all that it hangs on. */
export async function deleteTag(db: Db, workspaceId: number, tagId: number): Promise<void> {
  await db`
    update contacts set tag_ids = array_remove(tag_ids, ${tagId}::bigint)
    where workspace_id = ${workspaceId}
      and id in (select contact_id from contact_tags where workspace_id = ${workspaceId} and tag_id = ${tagId})`
  await db`
    update companies set tag_ids = array_remove(tag_ids, ${tagId}::bigint)
    where workspace_id = ${workspaceId}
      and id in (select company_id from company_tags where workspace_id = ${workspaceId} and tag_id = ${tagId})`
  await db`
    update threads set tag_ids = array_remove(tag_ids, ${tagId}::bigint)
    where workspace_id = ${workspaceId}
      and id in (select thread_id from thread_tags where workspace_id = ${workspaceId} and tag_id = ${tagId})`
  await db`delete from tags where workspace_id = ${workspaceId} and id = ${tagId}`
}
