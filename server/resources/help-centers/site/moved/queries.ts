/** The SQL of addresses that lead elsewhere. */
import type { Db } from '../../../../db/pool.ts'
import type { Site } from '../place.ts'
import type { Target } from './shapes.ts'

interface Asked {
  /** The same path as it may stand in a redirect, without the host. */
  paths: string[]
  /** The same for the path of an article or a collection, without the words behind its id; none for other paths. */
  pages: string[]
}

/** The redirect from one of the paths: one that names the path itself before one of the same id. */
export async function findRedirect(db: Db, { workspaceId, center }: Site, asked: Asked): Promise<Target | undefined> {
  const [paths, pages] = [asked.paths, asked.pages].map((some) => some.map((path) => path.toLowerCase()))
  const [row] = await db<{ locale: string; article_id: number | null; collection_id: number | null }[]>`
    (select r.locale, r.article_id, r.collection_id from help_center_redirects r
      where r.workspace_id = ${workspaceId} and r.help_center_id = ${center.id} and r.from_path = any(${paths}::text[])
      order by r.id desc limit 1)
    union all
    (select r.locale, r.article_id, r.collection_id from help_center_redirects r
      where r.workspace_id = ${workspaceId} and r.help_center_id = ${center.id} and r.from_page = any(${pages}::text[])
      order by r.id desc limit 1)
    limit 1`
  if (!row) return undefined
  const { locale, article_id, collection_id } = row
  return article_id === null
    ? { kind: 'collection', id: collection_id!, locale }
    : { kind: 'article', id: article_id, locale }
}

/** The article that was imported with an id of the system it came from. */
export async function findImported(db: Db, { workspaceId }: Site, sourceId: string): Promise<number | undefined> {
  const [row] = await db<{ article_id: number }[]>`
    select article_id from article_imports where workspace_id = ${workspaceId} and source_id = ${sourceId}
    order by article_id limit 1`
  return row?.article_id
}
