/** The SQL of dynamic contents and their variations. */
import type { Db } from '../../db/pool.ts'
import type { DynamicContentsRow } from '../../db/types/dynamic_contents.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { DynamicContentRow, VariationRow } from './dynamic-content.ts'
import { invalid, type NewVariation } from './variations.ts'

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'default_locale', 'updated_at'] as const
type Changes = Partial<Pick<DynamicContentsRow, (typeof CHANGEABLE)[number]>>

/** One page, last changed first, and the number of all. */
export async function listDynamicContents(
  db: Db,
  workspaceId: number,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: DynamicContentRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    db<DynamicContentsRow[]>`
      select * from dynamic_contents where workspace_id = ${workspaceId}
      order by updated_at desc, id desc limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from dynamic_contents where workspace_id = ${workspaceId}`,
  ])
  return { rows: await withVariations(db, workspaceId, rows), total: count.total }
}

async function withVariations(db: Db, workspaceId: number, rows: DynamicContentsRow[]): Promise<DynamicContentRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const variations = await db<VariationRow[]>`
    select v.*, b.is_default as brand_is_default
    from dynamic_content_variations v
    left join brands b on b.workspace_id = v.workspace_id and b.id = v.brand_id
    where v.workspace_id = ${workspaceId} and v.dynamic_content_id = any(${ids}::bigint[]) order by v.id`
  const byContent = Map.groupBy(variations, ({ dynamic_content_id }) => dynamic_content_id)
  return rows.map((row) => ({ ...row, variations: byContent.get(row.id) ?? [] }))
}

/** @throws 404 not_found */
export async function getDynamicContent(db: Db, workspaceId: number, id: string | number): Promise<DynamicContentRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<DynamicContentsRow[]>`
          select * from dynamic_contents where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return (await withVariations(db, workspaceId, [row]))[0]!
}

/** The workspace must be locked. @throws 422 validation_error where another one has the name */
export async function refuseTakenName(db: Db, workspaceId: number, name: string, own?: number): Promise<void> {
  const rows = await db`
    select from dynamic_contents
    where workspace_id = ${workspaceId} and lower(name) = lower(${name}) and id is distinct from ${own ?? null}::bigint`
  if (rows.length > 0) throw invalid('Name has already been taken', 'name')
}

/** Keys that begin with these letters. */
export async function listKeys(db: Db, workspaceId: number, beginning: string): Promise<string[]> {
  const rows = await db<{ key: string }[]>`
    select key from dynamic_contents where workspace_id = ${workspaceId} and starts_with(key, ${beginning})`
  return rows.map(({ key }) => key)
}

/** @returns the id */
export async function insertDynamicContent(
  db: Db,
  workspaceId: number,
  {
    name,
    key,
    content_type,
    default_locale,
  }: Pick<DynamicContentsRow, 'name' | 'key' | 'content_type' | 'default_locale'>,
  now: Date,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into dynamic_contents (workspace_id, name, key, content_type, default_locale, created_at, updated_at)
    values (${workspaceId}, ${name}, ${key}, ${content_type}, ${default_locale}, ${now}, ${now}) returning id`
  return row.id
}

export async function updateDynamicContent(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update dynamic_contents set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

/** Variations of a language and a brand that were there before keep their ids. */
export async function replaceVariations(
  db: Db,
  workspaceId: number,
  contentId: number,
  variations: NewVariation[],
  now: Date,
): Promise<void> {
  const locales = variations.map(({ locale }) => locale)
  const brands = variations.map(({ brand_id }) => brand_id ?? 0)
  await db`
    delete from dynamic_content_variations
    where workspace_id = ${workspaceId} and dynamic_content_id = ${contentId}
      and (locale, coalesce(brand_id, 0)) not in (
        select * from unnest(${locales}::text[], ${brands}::bigint[]))`
  for (const { locale, brand_id, body, intentionally_empty } of variations)
    await db`
      insert into dynamic_content_variations
        (workspace_id, dynamic_content_id, locale, brand_id, body, intentionally_empty, created_at, updated_at)
      values (${workspaceId}, ${contentId}, ${locale}, ${brand_id}, ${body}, ${intentionally_empty}, ${now}, ${now})
      on conflict (workspace_id, dynamic_content_id, locale, coalesce(brand_id, 0)) do update
        set body = excluded.body, intentionally_empty = excluded.intentionally_empty,
          updated_at = excluded.updated_at`
}

/** Its variations go with it. */
export async function deleteDynamicContent(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from dynamic_contents where workspace_id = ${workspaceId} and id = ${id}`
}
