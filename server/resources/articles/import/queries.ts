/** The SQL of files that articles came from. */
import type { Db } from '../../../db/pool.ts'
import type { ArticleImportsRow } from '../../../db/types/article_imports.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import type { Target } from './targets.ts'

/**
 * The article that a file was taken in as: by its path, by the id that it had elsewhere, or by its digest where a
 * copy of it lies in another folder.
 */
export async function findImport(
  db: Db,
  workspaceId: number,
  { path, source_id, digest, locale }: Pick<ArticleImportsRow, 'path' | 'source_id' | 'digest' | 'locale'>,
): Promise<ArticleImportsRow | undefined> {
  const [row] = await db<ArticleImportsRow[]>`
    select * from article_imports
    where workspace_id = ${workspaceId} and (path = ${path} or source_id = ${source_id}::text or digest = ${digest}::text)
    order by path <> ${path}, locale <> ${locale}, digest is distinct from ${digest}::text, path limit 1`
  return row
}

export async function upsertImport(db: Db, row: ArticleImportsRow): Promise<void> {
  await db`
    insert into article_imports ${db(row, 'workspace_id', 'path', 'locale', 'article_id', 'source_id', 'digest', 'imported_at')}
    on conflict (workspace_id, path) do update set locale = excluded.locale, article_id = excluded.article_id,
      source_id = excluded.source_id, digest = excluded.digest, imported_at = excluded.imported_at`
}

/** The help center of a collection; the default one where none is named. */
export async function findCenterOf(
  db: Db,
  workspaceId: number,
  collectionId: number | undefined,
): Promise<HelpCentersRow | undefined> {
  const [row] = await db<HelpCentersRow[]>`
    select h.* from help_centers h
    where h.workspace_id = ${workspaceId} and (${collectionId ?? null}::bigint is null and h.is_default or exists (
      select from collections c
      where c.workspace_id = ${workspaceId} and c.help_center_id = h.id and c.id = ${collectionId ?? null}::bigint))`
  return row
}

/** Articles of earlier runs. */
export async function listTargets(db: Db, workspaceId: number): Promise<Target[]> {
  const rows = await db<
    { path: string; source_id: string | null; locale: string; article_id: number; title: string }[]
  >`
    select i.path, i.source_id, i.locale, i.article_id, t.title
    from article_imports i join article_contents t
      on t.workspace_id = i.workspace_id and t.article_id = i.article_id and t.locale = i.locale
    where i.workspace_id = ${workspaceId}`
  return rows.map(({ path, source_id, locale, article_id, title }) => ({
    path,
    sourceId: source_id ?? undefined,
    locale,
    title,
    articleId: article_id,
  }))
}
