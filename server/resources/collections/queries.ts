/** The SQL of collections, nested ones among them. */
import type { Db } from '../../db/pool.ts'
import { fragment } from '../../db/pool.ts'
import type { CollectionNamesRow } from '../../db/types/collection_names.ts'
import type { CollectionsRow } from '../../db/types/collections.ts'
import type { HelpCentersRow } from '../../db/types/help_centers.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

export interface CollectionRow extends CollectionsRow {
  names: Pick<CollectionNamesRow, 'locale' | 'name' | 'description'>[]
  help_center: Pick<HelpCentersRow, 'identifier' | 'custom_domain' | 'website_turned_on'>
  /** The languages of its help center, the default one first. */
  locales: string[]
}

/** The level that a version tells apart: all of them, collections of the first level, or sections in one. */
export type Level = 'any' | 'top' | 'nested'

const isOn = (level: Level) =>
  level === 'any' ? fragment`true` : level === 'top' ? fragment`c.parent_id is null` : fragment`c.parent_id is not null`

const whole = fragment`
  c.*,
  h.locales,
  json_build_object('identifier', h.identifier, 'custom_domain', h.custom_domain,
    'website_turned_on', h.website_turned_on) as help_center,
  (select json_agg(json_build_object('locale', n.locale, 'name', n.name, 'description', n.description)
      order by n.locale)
    from collection_names n where n.workspace_id = c.workspace_id and n.collection_id = c.id) as names
  from collections c join help_centers h on h.workspace_id = c.workspace_id and h.id = c.help_center_id`

/** @throws 404 not_found */
export async function getCollection(
  db: Db,
  workspaceId: number,
  id: string | number,
  level: Level = 'any',
): Promise<CollectionRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<CollectionRow[]>`
          select ${whole} where c.workspace_id = ${workspaceId} and c.id = ${number} and ${isOn(level)}`
  if (!row) throw notFound('resource')
  return row
}

/** Last changed first. */
export async function listCollections(
  db: Db,
  workspaceId: number,
  level: Level,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: CollectionRow[]; total: number }> {
  const rows = await db<CollectionRow[]>`
    select ${whole} where c.workspace_id = ${workspaceId} and ${isOn(level)}
    order by c.updated_at desc, c.id desc limit ${perPage} offset ${offset}`
  const [count] = await db<[{ total: number }]>`
    select count(*)::int as total from collections c where c.workspace_id = ${workspaceId} and ${isOn(level)}`
  return { rows, total: count.total }
}

/** Inserts the collection behind the others of its parent. */
export async function insertCollection(
  db: Db,
  collection: Pick<CollectionsRow, 'workspace_id' | 'help_center_id' | 'parent_id' | 'created_at'> & { icon?: string },
): Promise<number> {
  const { workspace_id, help_center_id, parent_id, created_at, icon = 'book-bookmark' } = collection
  const [row] = await db<[{ id: number }]>`
    insert into collections (workspace_id, help_center_id, parent_id, icon, place, created_at, updated_at)
    select ${workspace_id}::integer, ${help_center_id}::bigint, ${parent_id}::bigint, ${icon}::text,
      coalesce(max(place) + 1, 0), ${created_at}::timestamptz, ${created_at}::timestamptz
    from collections
    where workspace_id = ${workspace_id} and help_center_id = ${help_center_id}
      and parent_id is not distinct from ${parent_id}::bigint
    returning id`
  return row.id
}

const CHANGEABLE = ['parent_id', 'help_center_id', 'icon', 'updated_at'] as const

export async function updateCollection(
  db: Db,
  workspaceId: number,
  id: number,
  changes: Partial<Pick<CollectionsRow, (typeof CHANGEABLE)[number]>>,
): Promise<void> {
  await db`
    update collections set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

/** A name that is null stays as it is, and so does a description that is undefined. */
export async function upsertName(
  db: Db,
  workspaceId: number,
  collectionId: number,
  { locale, name, description }: { locale: string; name: string | null; description: string | null | undefined },
): Promise<void> {
  await db`
    insert into collection_names (workspace_id, collection_id, locale, name, description)
    values (${workspaceId}, ${collectionId}, ${locale}, coalesce(${name}::text, ''), ${description ?? null}::text)
    on conflict (workspace_id, collection_id, locale) do update set
      name = coalesce(${name}::text, collection_names.name),
      description = ${description === undefined ? fragment`collection_names.description` : fragment`excluded.description`}`
}

/** With the collections in it; articles stay. Their `parent_id` goes with the collection that it named. */
export async function deleteCollection(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`
    with recursive gone as (
      select id from collections where workspace_id = ${workspaceId} and id = ${id}
      union select c.id from collections c join gone on c.parent_id = gone.id where c.workspace_id = ${workspaceId})
    update articles set parent_id = null
    where workspace_id = ${workspaceId} and parent_id in (select id from gone)`
  await db`delete from collections where workspace_id = ${workspaceId} and id = ${id}`
}

/** The collection itself and those that it stands in. */
export async function listAncestors(db: Db, workspaceId: number, id: number): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    with recursive up as (
      select id, parent_id from collections where workspace_id = ${workspaceId} and id = ${id}
      union select c.id, c.parent_id from collections c join up on c.id = up.parent_id
        where c.workspace_id = ${workspaceId})
    select id from up`
  return rows.map((row) => row.id)
}

/** Help centers take no new collection, and move none, while another write does. */
export async function lockHelpCenter(db: Db, workspaceId: number, id: number | null): Promise<HelpCentersRow> {
  const [row] = await db<HelpCentersRow[]>`
    select * from help_centers
    where workspace_id = ${workspaceId} and (id = ${id}::bigint or (${id}::bigint is null and is_default))
    for no key update`
  if (!row) throw notFound('resource')
  return row
}
