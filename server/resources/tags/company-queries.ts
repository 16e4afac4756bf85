/** The SQL of tags on companies: the link rows, and the list on the company that repeats them. */
import type { Db } from '../../db/pool.ts'
import type { Application } from './tag.ts'

/** Companies that have the tag already, and deleted ones, stay as they are. */
export async function insertCompanyTags(
  db: Db,
  workspaceId: number,
  tagId: number,
  companyIds: string[],
  { applied_at, applied_by }: Application,
): Promise<void> {
  await db`
    with held as (
      select id from companies
      where workspace_id = ${workspaceId} and id = any(${companyIds}::text[]) and deleted_at is null
      order by id for no key update),
    made as (
      insert into company_tags (workspace_id, company_id, tag_id, applied_by, applied_at)
      select ${workspaceId}::int, id, ${tagId}::bigint, ${applied_by}::bigint, ${applied_at}::timestamptz from held
      on conflict do nothing returning company_id)
    update companies set tag_ids = tag_ids || ${tagId}::bigint, updated_at = greatest(updated_at, ${applied_at}::timestamptz)
    from made where companies.workspace_id = ${workspaceId} and companies.id = made.company_id`
}

export async function deleteCompanyTags(
  db: Db,
  workspaceId: number,
  tagId: number,
  companyIds: string[],
  now: Date,
): Promise<void> {
  await db`
    with held as (
      select id from companies
      where workspace_id = ${workspaceId} and id = any(${companyIds}::text[])
      order by id for no key update),
    gone as (
      delete from company_tags
      where workspace_id = ${workspaceId} and tag_id = ${tagId} and company_id in (select id from held)
      returning company_id)
    update companies set tag_ids = array_remove(tag_ids, ${tagId}::bigint), updated_at = greatest(updated_at, ${now}::timestamptz)
    from gone where companies.workspace_id = ${workspaceId} and companies.id = gone.company_id`
}
