/** The SQL of content of every kind. */
import { mayFind, type Reader } from '../../content/index/reader.ts'
import type { Kind } from '../../content/index/queries.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { ContentText, ResultRow } from './content-result.ts'

interface Listed {
  kind: Kind
  item_id: number
  title: string
}

/** One page of the content that meets a condition on `content_index`, last changed first, and the number of all. */
export async function listContents(
  db: Db,
  workspaceId: number,
  { kind, reader, only }: { kind: Kind[] | undefined; reader: Reader; only: Fragment },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ found: Listed[]; total: number }> {
  const ofKind = kind === undefined ? fragment`true` : fragment`x.kind = any(${kind}::text[])`
  const rows = await db<(Listed & { total: number })[]>`
    with items as materialized (
      select x.kind, x.item_id, max(x.updated_at) as updated_at from content_index x
      where x.workspace_id = ${workspaceId} and ${ofKind} and ${mayFind(reader)} and ${only}
      group by x.kind, x.item_id),
    page as (
      select * from items order by updated_at desc, item_id desc, kind limit ${limit} offset ${offset})
    select (select count(*) from items)::int as total, page.kind, page.item_id,
      (select x.title from content_index x
        where x.workspace_id = ${workspaceId} and x.kind = page.kind and x.item_id = page.item_id
        order by x.locale, x.state desc limit 1) as title
    from (select) one left join page on true
    order by page.updated_at desc, page.item_id desc, page.kind`
  return { found: rows.filter(({ item_id }) => item_id !== null), total: rows[0]?.total ?? 0 }
}

/** Items with the texts of those that are articles, in the order as given. */
export async function withTexts(db: Db, workspaceId: number, items: Listed[]): Promise<ResultRow[]> {
  const ids = items.filter(({ kind }) => kind === 'article').map(({ item_id }) => item_id)
  const texts =
    ids.length === 0
      ? []
      : await db<(ContentText & { article_id: number })[]>`
          select c.article_id, c.id, c.title, c.locale from article_contents c
          where c.workspace_id = ${workspaceId} and c.article_id = any(${ids}::bigint[])
          order by c.article_id, c.locale <> (
            select h.locales[1] from help_centers h where h.workspace_id = c.workspace_id and h.is_default), c.id`
  const byArticle = Map.groupBy(texts, ({ article_id }) => article_id)
  return items.map((item) => ({ ...item, texts: item.kind === 'article' ? (byArticle.get(item.item_id) ?? []) : [] }))
}

/** The article and the language of a text. */
export async function findText(
  db: Db,
  workspaceId: number,
  id: number,
): Promise<{ article_id: number; locale: string } | undefined> {
  const [row] = await db<{ article_id: number; locale: string }[]>`
    select article_id, locale from article_contents where workspace_id = ${workspaceId} and id = ${id}`
  return row
}
