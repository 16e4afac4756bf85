/** Audiences that content is meant for: one table of links for each kind of content, one way to read and write them. */
import Type from 'typebox'
import { updateAudiences } from '../../content/index/queries.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { apiError } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { IdInput, Nullable } from '../../schema/types.ts'

interface Links {
  /** The table of the content, unaliased in queries. */
  owner: Fragment
  table: Fragment
  /** The column of the table of links that names the content. */
  column: Fragment
}

const LINKS = {
  import_source: {
    owner: fragment`import_sources`,
    table: fragment`import_source_audiences`,
    column: fragment`import_source_id`,
  },
  external_page: {
    owner: fragment`external_pages`,
    table: fragment`external_page_audiences`,
    column: fragment`external_page_id`,
  },
  content_snippet: {
    owner: fragment`content_snippets`,
    table: fragment`content_snippet_audiences`,
    column: fragment`content_snippet_id`,
  },
  internal_article: {
    owner: fragment`internal_articles`,
    table: fragment`internal_article_audiences`,
    column: fragment`internal_article_id`,
  },
} satisfies Record<string, Links>
export type TargetedContent = keyof typeof LINKS

const MOST = 100
const description = 'The ids of the audiences that it is meant for. None, or null, is everybody.'

export const AudienceIdsInput = Nullable(Type.Array(IdInput, { maxItems: MOST, description }))

/**
 * Keeps the audiences from being deleted until this transaction ends.
 * @returns their ids, each once. @throws 404 parameter_invalid where one does not exist
 */
export async function getAudienceIds(
  db: Db,
  workspaceId: number,
  given: string | number | (string | number)[] | null,
): Promise<number[]> {
  const asked = [given ?? []].flat()
  const numbers = asked.map(numberId).filter((id) => id !== undefined)
  const known = await listKnownAudiences(db, workspaceId, numbers)
  const unknown = asked.filter((id) => !known.includes(numberId(id) ?? 0))
  if (unknown.length > 0)
    throw apiError(404, 'parameter_invalid', `audience_ids contains unknown audience IDs: ${unknown.join(', ')}`)
  return known
}

/** Audiences that exist, kept from being deleted until this transaction ends. */
export async function listKnownAudiences(db: Db, workspaceId: number, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db<{ id: number }[]>`
    select id from audiences where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])
    order by id for key share`
  return rows.map(({ id }) => id)
}

/** True if some content, or a source of pages, is meant for the audience and for no other. */
export async function isSoleAudience(db: Db, workspaceId: number, id: number): Promise<boolean> {
  const [row] = await db<[{ found: boolean }]>`
    select exists (
      select from content_index where workspace_id = ${workspaceId} and audience_ids = array[${id}::bigint]
      union all
      select from import_source_audiences links
      where links.workspace_id = ${workspaceId} and links.audience_id = ${id} and not exists (
        select from import_source_audiences other
        where other.workspace_id = links.workspace_id and other.import_source_id = links.import_source_id
          and other.audience_id <> links.audience_id)) as found`
  return row.found
}

/** A column `audience_ids` for a query of the content. */
export function audienceIdsColumn(content: TargetedContent): Fragment {
  const { owner, table, column } = LINKS[content]
  return fragment`array(
    select links.audience_id from ${table} links
    where links.workspace_id = ${owner}.workspace_id and links.${column} = ${owner}.id
    order by links.audience_id) as audience_ids`
}

/** The audiences of one content. */
export async function listAudienceIds(
  db: Db,
  workspaceId: number,
  content: TargetedContent,
  contentId: number,
): Promise<number[]> {
  const { table, column } = LINKS[content]
  const rows = await db<{ audience_id: number }[]>`
    select audience_id from ${table} where workspace_id = ${workspaceId} and ${column} = ${contentId} order by audience_id`
  return rows.map(({ audience_id }) => audience_id)
}

/** Makes the content meant for these audiences alone, in the index of content as well. */
export async function replaceAudiences(
  db: Db,
  workspaceId: number,
  content: TargetedContent,
  contentIds: number[],
  audienceIds: number[],
): Promise<void> {
  const { table, column } = LINKS[content]
  await db`
    delete from ${table} where workspace_id = ${workspaceId} and ${column} = any(${contentIds}::bigint[])
      and audience_id <> all(${audienceIds}::bigint[])`
  await db`
    insert into ${table} (workspace_id, ${column}, audience_id)
    select ${workspaceId}, content_id, audience_id
    from unnest(${contentIds}::bigint[]) content_id, unnest(${audienceIds}::bigint[]) audience_id
    on conflict do nothing`
  if (content !== 'import_source') await updateAudiences(db, workspaceId, content, contentIds, audienceIds)
}
