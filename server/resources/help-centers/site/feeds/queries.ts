/** The SQL of feeds and sitemaps. Articles are found through `visible` alone. */
import type { Db } from '../../../../db/pool.ts'
import { fragment, type Fragment } from '../../../../db/pool.ts'
import type { Site } from '../place.ts'
import { visible } from '../visible.ts'

export interface FeedArticle {
  id: number
  title: string
  description: string
  body: string
  author: string
  created_at: Date
  updated_at: Date
}

const shown = (site: Site, locale: string): Fragment => fragment`
  from content_index x
  join article_contents t on t.workspace_id = x.workspace_id and t.article_id = x.item_id and t.locale = x.locale
  where x.locale = ${locale} and ${visible(site)}`

/** Articles of a language in the order of their ids. */
export const listShown = (
  db: Db,
  site: Site,
  locale: string,
  { after, limit }: { after: number; limit: number },
): Promise<Pick<FeedArticle, 'id' | 'title' | 'description' | 'updated_at'>[]> => db<FeedArticle[]>`
  select x.item_id as id, t.title, t.description, t.updated_at ${shown(site, locale)} and x.item_id > ${after}
  order by x.item_id limit ${limit}`

/** The articles that changed last, newest first. */
export const listChanged = (db: Db, site: Site, locale: string, limit: number): Promise<FeedArticle[]> =>
  db<FeedArticle[]>`
    select found.*, d.name as author from (
      select x.item_id as id, t.title, t.description, t.body, t.author_id, t.created_at, t.updated_at
      ${shown(site, locale)} order by t.updated_at desc, x.item_id desc limit ${limit}) found
    join admins d on d.workspace_id = ${site.workspaceId} and d.id = found.author_id
    order by found.updated_at desc, found.id desc`

export interface Part {
  /** The id after which its articles begin. */
  after: number
  updated_at: Date
}

/** Parts of so many articles each; none where the language has no article. */
export const listParts = (db: Db, site: Site, locale: string, size: number): Promise<Part[]> => db<Part[]>`
  select (min(id) - 1)::bigint as after, max(updated_at) as updated_at
  from (select x.item_id as id, t.updated_at, (row_number() over (order by x.item_id) - 1) / ${size}::int as part
    ${shown(site, locale)}) numbered
  group by part order by part`

/** The Markdown of an article. */
export async function findMarkdown(
  db: Db,
  site: Site,
  locale: string,
  id: number,
): Promise<(Pick<FeedArticle, 'id' | 'title'> & { markdown: string }) | undefined> {
  const [row] = await db<{ id: number; title: string; markdown: string }[]>`
    select x.item_id as id, t.title, t.markdown ${shown(site, locale)} and x.item_id = ${id}`
  return row
}

/** Languages in which the help center, or a collection with those below it, shows an article. */
export async function listShownLocales(db: Db, site: Site, collectionId?: number): Promise<string[]> {
  const { workspaceId, center } = site
  const isInside =
    collectionId === undefined
      ? fragment`true`
      : fragment`x.item_id in (
          with recursive below as (
            select id from collections where workspace_id = ${workspaceId} and id = ${collectionId}
            union
            select c.id from below join collections c on c.parent_id = below.id where c.workspace_id = ${workspaceId})
          select a.article_id from article_collections a
          where a.workspace_id = ${workspaceId} and a.collection_id in (select id from below))`
  const rows = await db<{ locale: string }[]>`
    select l.locale from unnest(${center.locales}::text[]) with ordinality as l (locale, place)
    cross join lateral (
      select from content_index x where x.locale = l.locale and ${visible(site)} and ${isInside} limit 1) one
    order by l.place`
  return rows.map(({ locale }) => locale)
}
