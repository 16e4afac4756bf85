/** The SQL of tags on content: one table of links for each kind of content, one way to read and write them. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { AppliedTagRow, Application } from './tag.ts'

interface Links {
  table: Fragment
  /** The column of the table that names the content. */
  column: Fragment
}

const LINKS = {
  external_page: { table: fragment`external_page_tags`, column: fragment`external_page_id` },
  content_snippet: { table: fragment`content_snippet_tags`, column: fragment`content_snippet_id` },
  internal_article: { table: fragment`internal_article_tags`, column: fragment`internal_article_id` },
} satisfies Record<string, Links>
export type TaggedContent = keyof typeof LINKS

/** When and by whom a tag was applied, where the content has it. */
export async function findContentTag(
  db: Db,
  workspaceId: number,
  content: TaggedContent,
  contentId: number,
  tagId: number,
): Promise<Application | undefined> {
  const { table, column } = LINKS[content]
  const [row] = await db<Application[]>`
    select applied_at, applied_by from ${table}
    where workspace_id = ${workspaceId} and ${column} = ${contentId} and tag_id = ${tagId}`
  return row
}

/** A tag that the content has already stays as it was applied. */
export async function insertContentTag(
  db: Db,
  workspaceId: number,
  content: TaggedContent,
  contentId: number,
  tagId: number,
  { applied_at, applied_by }: Application,
): Promise<void> {
  const { table, column } = LINKS[content]
  await db`
    insert into ${table} (workspace_id, ${column}, tag_id, applied_by, applied_at)
    values (${workspaceId}, ${contentId}, ${tagId}, ${applied_by}, ${applied_at})
    on conflict do nothing`
}

export async function deleteContentTag(
  db: Db,
  workspaceId: number,
  content: TaggedContent,
  contentId: number,
  tagId: number,
): Promise<void> {
  const { table, column } = LINKS[content]
  await db`
    delete from ${table} where workspace_id = ${workspaceId} and ${column} = ${contentId} and tag_id = ${tagId}`
}

/** @returns by content, its tags */
export async function listContentTags(
  db: Db,
  workspaceId: number,
  content: TaggedContent,
  contentIds: number[],
): Promise<Map<number, AppliedTagRow[]>> {
  if (contentIds.length === 0) return new Map()
  const { table, column } = LINKS[content]
  const rows = await db<(AppliedTagRow & { content_id: number })[]>`
    select links.${column} as content_id, tags.id, tags.name, links.applied_at, links.applied_by
    from ${table} links join tags on tags.workspace_id = links.workspace_id and tags.id = links.tag_id
    where links.workspace_id = ${workspaceId} and links.${column} = any(${contentIds}::bigint[])
    order by tags.id`
  return Map.groupBy(rows, ({ content_id }) => content_id)
}
