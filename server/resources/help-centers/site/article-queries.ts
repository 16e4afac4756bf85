/** The SQL of an article's page. Articles are found through `visible.ts` alone. */
import type { Db } from '../../../db/pool.ts'
import type { Site } from './place.ts'
import { visible, visibleInCollections } from './visible.ts'

export interface ArticleOfSite {
  id: number
  locale: string
  title: string
  description: string
  author: string
  created_at: Date
  updated_at: Date
  time_zone: string
  /** The first of its collections that is in this help center. */
  collection_id: number
}

/** An article in each language that a visitor may read it in, in the order of the help center's languages. */
export const listTexts = (db: Db, site: Site, id: number): Promise<ArticleOfSite[]> => db<ArticleOfSite[]>`
  select x.item_id as id, x.locale, t.title, t.description, d.name as author, t.created_at, t.updated_at, w.time_zone,
    (select a.collection_id from article_collections a
      join collections c on c.workspace_id = a.workspace_id and c.id = a.collection_id
      where a.workspace_id = x.workspace_id and a.article_id = x.item_id and c.help_center_id = ${site.center.id}
      order by a.place limit 1) as collection_id
  from content_index x
  join article_contents t on t.workspace_id = x.workspace_id and t.article_id = x.item_id and t.locale = x.locale
  join admins d on d.workspace_id = t.workspace_id and d.id = t.author_id
  join workspaces w on w.id = x.workspace_id
  where x.item_id = ${id} and ${visible(site)}
  order by array_position(${site.center.locales}::text[], x.locale)`

/** The text of one of them. */
export async function getBody(
  db: Db,
  site: Site,
  { id, locale }: Pick<ArticleOfSite, 'id' | 'locale'>,
): Promise<string> {
  const [row] = await db<{ body: string }[]>`
    select t.body from content_index x
    join article_contents t on t.workspace_id = x.workspace_id and t.article_id = x.item_id and t.locale = x.locale
    where x.item_id = ${id} and x.locale = ${locale} and ${visible(site)}`
  return row?.body ?? ''
}

/** The most articles of a collection whose titles are compared with one: the newest that a visitor may read. */
const COMPARED = 100

/** Articles that share a collection of the help center with one, the most similar titles first. */
export const listRelated = (
  db: Db,
  site: Site,
  { id, locale, limit }: { id: number; locale: string; limit: number },
): Promise<{ id: number; title: string }[]> => db<{ id: number; title: string }[]>`
  select near.id, near.title from content_index own
  join article_collections a on a.workspace_id = own.workspace_id and a.article_id = own.item_id
  join collections c on c.workspace_id = a.workspace_id and c.id = a.collection_id and c.help_center_id = ${site.center.id}
  cross join lateral (
    select t.id, t.title, t.folded_title from article_collections n
    -- One text of each: joined, the planner may read all texts of the language instead.
    cross join lateral (
      select x.item_id as id, x.title, x.folded_title from content_index x
      where x.item_id = n.article_id and x.state = own.state and x.locale = ${locale} and ${visibleInCollections(site)}
      limit 1) t
    where n.workspace_id = ${site.workspaceId} and n.collection_id = a.collection_id and n.article_id <> ${id}
    order by n.article_id desc limit ${COMPARED}) near
  where own.workspace_id = ${site.workspaceId} and own.kind = 'article' and own.item_id = ${id} and own.locale = ${locale}
  group by near.id, near.title, near.folded_title, own.folded_title
  order by similarity(near.folded_title, own.folded_title) desc, near.id limit ${limit}`
