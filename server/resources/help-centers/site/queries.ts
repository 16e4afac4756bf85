/** The SQL of the site's pages. Articles are found through `visible` alone. */
import type { Db } from '../../../db/pool.ts'
import { fragment } from '../../../db/pool.ts'
import type { Site } from './place.ts'
import { visible } from './visible.ts'

export interface CollectionOfSite {
  id: number
  parent_id: number | null
  icon: string
  name: string
  description: string | null
  /** The language of the name: the default one where the wanted one has none. */
  locale: string
  /** Languages that it has a name in. */
  locales: string[]
  /** Visible articles in it and in the collections below it. */
  count: number
}

/** All collections of the help center, as they are ordered in it. */
export const listCollections = (
  db: Db,
  { workspaceId, center }: Site,
  locale: string,
): Promise<CollectionOfSite[]> => db<CollectionOfSite[]>`
  with recursive below as (
    select id as top, id from collections where workspace_id = ${workspaceId} and help_center_id = ${center.id}
    union
    select below.top, c.id from below join collections c on c.parent_id = below.id where c.workspace_id = ${workspaceId}
  ), counted as (
    select below.top, count(distinct x.item_id)::int as count from below
    join article_collections a on a.workspace_id = ${workspaceId} and a.collection_id = below.id
    join content_index x on x.item_id = a.article_id and x.locale = ${locale}
    where ${visible({ workspaceId, center })} group by below.top
  )
  select c.id, c.parent_id, c.icon, n.name, n.description, n.locale, n.locales, coalesce(counted.count, 0) as count
  from collections c
  left join counted on counted.top = c.id
  cross join lateral (
    select (array_agg(n.name order by ${chosen(locale, center.locales[0]!)}))[1] as name,
      (array_agg(n.description order by ${chosen(locale, center.locales[0]!)}))[1] as description,
      (array_agg(n.locale order by ${chosen(locale, center.locales[0]!)}))[1] as locale,
      array_agg(n.locale) as locales
    from collection_names n where n.workspace_id = c.workspace_id and n.collection_id = c.id) n
  where c.workspace_id = ${workspaceId} and c.help_center_id = ${center.id} and n.name is not null
  order by c.place, c.id`

const chosen = (locale: string, usual: string) => fragment`n.locale <> ${locale}, n.locale <> ${usual}, n.locale`

export interface ListedArticle {
  id: number
  title: string
  description: string
}

/** Articles that stand in a collection itself. */
export const listArticles = (db: Db, site: Site, locale: string, collectionId: number): Promise<ListedArticle[]> =>
  db<ListedArticle[]>`
    select x.item_id as id, t.title, t.description
    from article_collections a
    join content_index x on x.workspace_id = a.workspace_id and x.item_id = a.article_id
    join article_contents t
      on t.workspace_id = x.workspace_id and t.article_id = x.item_id and t.locale = x.locale
    where a.workspace_id = ${site.workspaceId} and a.collection_id = ${collectionId} and x.locale = ${locale}
      and ${visible(site)}
    order by x.item_id`

export interface ArticleOfSite {
  id: number
  locale: string
  title: string
  description: string
  body: string
  author: string
  updated_at: Date
  /** The first of its collections that is in this help center. */
  collection_id: number
}

/** An article in each language that a visitor may read it in, languages of the help center in their order. */
export const listTexts = (db: Db, site: Site, id: number): Promise<ArticleOfSite[]> => db<ArticleOfSite[]>`
  select x.item_id as id, x.locale, t.title, t.description, t.body, d.name as author, t.updated_at,
    (select a.collection_id from article_collections a
      join collections c on c.workspace_id = a.workspace_id and c.id = a.collection_id
      where a.workspace_id = x.workspace_id and a.article_id = x.item_id and c.help_center_id = ${site.center.id}
      order by a.place limit 1) as collection_id
  from content_index x
  join article_contents t on t.workspace_id = x.workspace_id and t.article_id = x.item_id and t.locale = x.locale
  join admins d on d.workspace_id = t.workspace_id and d.id = t.author_id
  where x.item_id = ${id} and ${visible(site)}
  order by array_position(${site.center.locales}::text[], x.locale)`
