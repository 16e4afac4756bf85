/** The help center of the articles: collections, most of them inside others, and the addresses of its pages. */
import type { Pool } from '../../server/db/pool.ts'
import { articleAddress, collectionAddress, homeAddress } from '../../server/resources/help-centers/addresses.ts'
import type { Filled } from './fill.ts'
import { LOCALES } from './vocabulary.ts'

const COLLECTIONS = { top: 10, inside: 40 }

/** Turns the help center on, and puts the articles into its collections. */
export async function fillSite(db: Pool, workspaceId: number): Promise<void> {
  const [center] = await db<[{ id: number }]>`
    update help_centers set website_turned_on = true, locales = ${[...LOCALES]}::text[]
    where workspace_id = ${workspaceId} and is_default returning id`
  const insert = (parents: number[]) => db<{ id: number }[]>`
    with made as (
      insert into collections (workspace_id, help_center_id, parent_id, icon, place, created_at, updated_at)
      select ${workspaceId}, ${center.id}::bigint, nullif(parent, 0), 'book', place, now(), now()
      from unnest(${parents}::bigint[]) with ordinality as given (parent, place)
      returning id),
    named as (
      insert into collection_names (workspace_id, collection_id, locale, name)
      select ${workspaceId}, id, locale, 'Collection ' || id from made, unnest(${[...LOCALES]}::text[]) locale)
    select id from made order by id`
  const top = await insert(Array.from({ length: COLLECTIONS.top }, () => 0))
  const inside = await insert(Array.from({ length: COLLECTIONS.inside }, (_, n) => top[n % top.length]!.id))
  const ids = [...top, ...inside].map(({ id }) => id)
  await db`
    insert into article_collections (workspace_id, article_id, collection_id, place)
    select ${workspaceId}, id, (${ids}::bigint[])[1 + id % ${ids.length}::int], 0
    from articles where workspace_id = ${workspaceId}`
}

export interface SitePage {
  name: string
  path(n: number): string
  /** Milliseconds at p99. */
  reach?: number
}

const each = <T>(all: T[], step: number, n: number): T => all[(n * step) % all.length]!

/** Pages of the help center; each request opens another one. */
export async function sitePages(db: Pool, { workspaceId }: Pick<Filled, 'workspaceId'>): Promise<SitePage[]> {
  const [center] = await db<[{ identifier: string }]>`
    select identifier from help_centers where workspace_id = ${workspaceId} and is_default`
  const collections = await db<{ id: number; name: string }[]>`
    select collection_id as id, name from collection_names
    where workspace_id = ${workspaceId} and locale = 'en' order by collection_id`
  const articles = await db<{ id: number; title: string }[]>`
    select article_id as id, title from article_contents
    where workspace_id = ${workspaceId} and locale = 'en' order by article_id`
  const base = `/help/${center.identifier}`
  const [top, inside] = [collections.slice(0, COLLECTIONS.top), collections.slice(COLLECTIONS.top)]
  return [
    { name: 'the home page', path: (n) => homeAddress(base, LOCALES[n % LOCALES.length]!) },
    { name: 'a collection with others inside', path: (n) => collectionAddress(base, 'en', each(top, 1, n)) },
    { name: 'a collection inside another', path: (n) => collectionAddress(base, 'en', each(inside, 1, n)) },
    { name: 'an article', path: (n) => articleAddress(base, 'en', each(articles, 37, n)), reach: 20 },
  ]
}
