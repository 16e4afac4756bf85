/** The SQL of the site's collections. Articles are found and counted through `visible` alone. */
import { fragment, type Db, type Fragment } from '../../../db/pool.ts'
import type { Site } from './place.ts'
import { visible, visibleInCollections } from './visible.ts'

export interface CollectionOfSite {
  id: number
  parent_id: number | null
  /** The name of its icon. */
  icon: string
  name: string
  description: string | null
  /** The language of the name: the default one where the wanted one has none. */
  locale: string
  /** Its names by language. */
  names: Record<string, string>
  /** Visible articles in it and in the collections below it; 0 where they are not counted. */
  count: number
}

/** Collections whose articles a page needs counted: the ones at the top, one with those in it, all or none. */
export type Counted = 'top' | 'all' | 'none' | { inside: number }

const isCounted = (counted: Counted): Fragment => {
  if (counted === 'top') return fragment`parent_id is null`
  if (counted === 'all') return fragment`true`
  if (counted === 'none') return fragment`false`
  return fragment`(id = ${counted.inside} or parent_id = ${counted.inside})`
}

/** All collections of the help center, as they are ordered in it. */
export const listCollections = (
  db: Db,
  site: Site,
  locale: string,
  counted: Counted,
): Promise<CollectionOfSite[]> => db<CollectionOfSite[]>`
    with recursive below as (
      select id as top, id from collections
      where workspace_id = ${site.workspaceId} and help_center_id = ${site.center.id} and ${isCounted(counted)}
      union
      select below.top, c.id from below join collections c on c.parent_id = below.id
      where c.workspace_id = ${site.workspaceId}
    ), counted as (
      select top, count(*)::int as count from (
        select distinct below.top, x.item_id from below
        join article_collections a on a.workspace_id = ${site.workspaceId} and a.collection_id = below.id
        join content_index x on x.item_id = a.article_id and x.locale = ${locale}
        where ${visibleInCollections(site)}) pairs
      group by top
    )
    select c.id, c.parent_id, c.icon, named.name, named.description, named.locale, coalesce(counted.count, 0) as count,
      (select json_object_agg(n.locale, n.name) from collection_names n
        where n.workspace_id = c.workspace_id and n.collection_id = c.id and n.name <> '') as names
    from collections c
    left join counted on counted.top = c.id
    cross join lateral (${nameOf(site, locale)}) named
    where c.workspace_id = ${site.workspaceId} and c.help_center_id = ${site.center.id}
    order by c.place, c.id`

/** The name of collection `c` in the wanted language, else in the default one, else in any; so the description. */
const nameOf = ({ center }: Site, locale: string): Fragment => fragment`
  select n.name, n.locale, coalesce(own.description, n.description) as description from collection_names n
  left join collection_names own
    on own.workspace_id = n.workspace_id and own.collection_id = n.collection_id and own.locale = ${locale}
  where n.workspace_id = c.workspace_id and n.collection_id = c.id and n.name <> ''
  order by n.locale <> ${locale}, n.locale <> ${center.locales[0]!}, n.locale limit 1`

/** A collection and those that it stands in, the outermost first. */
export const listTrail = (
  db: Db,
  site: Site,
  locale: string,
  collectionId: number,
): Promise<{ id: number; name: string }[]> => db<{ id: number; name: string }[]>`
  with recursive up as (
    select id, parent_id, 0 as height from collections
    where workspace_id = ${site.workspaceId} and help_center_id = ${site.center.id} and id = ${collectionId}
    union all
    select c.id, c.parent_id, up.height + 1 from collections c join up on c.id = up.parent_id
    where c.workspace_id = ${site.workspaceId} and up.height < 20
  )
  select c.id, named.name from up
  join collections c on c.workspace_id = ${site.workspaceId} and c.id = up.id
  cross join lateral (${nameOf(site, locale)}) named
  order by up.height desc`

/** Articles whose titles look like a text, the likest first. @param text folded */
export const listSimilar = (
  db: Db,
  site: Site,
  { locale, text, limit }: { locale: string; text: string; limit: number },
): Promise<{ id: number; title: string }[]> => db<{ id: number; title: string }[]>`
  select id, title from (
    select x.item_id as id, x.title,
      greatest(word_similarity(x.folded_title, ${text}), word_similarity(${text}, x.folded_title)) as likeness
    from content_index x where x.locale = ${locale} and ${visible(site)}
  ) near where likeness >= ${LIKE} order by likeness desc, id limit ${limit}`

/** Less alike means something else. */
const LIKE = 0.3

export interface ListedArticle {
  id: number
  collection_id: number
  title: string
  description: string
}

/** Articles that stand in the collections themselves, some of each. @param collections of the help center */
export const listArticles = (
  db: Db,
  site: Site,
  locale: string,
  { collections, after = 0, limit }: { collections: number[]; after?: number; limit: number },
): Promise<ListedArticle[]> => db<ListedArticle[]>`
  select listed.id, c.id as collection_id, t.title, t.description
  from unnest(${collections}::bigint[]) c (id)
  cross join lateral (
    select x.item_id as id, x.locale from article_collections a
    join content_index x on x.workspace_id = a.workspace_id and x.item_id = a.article_id and x.locale = ${locale}
    where a.workspace_id = ${site.workspaceId} and a.collection_id = c.id and ${visibleInCollections(site)}
    order by a.article_id limit ${limit} offset ${after}
  ) listed
  join article_contents t
    on t.workspace_id = ${site.workspaceId} and t.article_id = listed.id and t.locale = listed.locale
  order by c.id, listed.id`
