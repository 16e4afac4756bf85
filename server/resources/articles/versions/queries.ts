/** The SQL of versions. A language of an article has versions of its own. */
import type { Db } from '../../../db/pool.ts'
import { notFound, parameterInvalid } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'
import { listLocales } from '../queries.ts'
import type { VersionRow } from './version.ts'

interface Place {
  articleId: number
  locale: string
}

/** Newest first. */
export async function listVersions(
  db: Db,
  workspaceId: number,
  { articleId, locale }: Place,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: VersionRow[]; total: number }> {
  const rows = await db<VersionRow[]>`
    select v.*, c.state = 'published' and c.version_id = v.id as is_live
    from article_versions v
    join article_contents c on c.workspace_id = v.workspace_id and c.article_id = v.article_id and c.locale = v.locale
    where v.workspace_id = ${workspaceId} and v.article_id = ${articleId} and v.locale = ${locale}
    order by v.id desc limit ${perPage} offset ${offset}`
  const [count] = await db<[{ total: number }]>`
    select count(*)::int as total from article_versions
    where workspace_id = ${workspaceId} and article_id = ${articleId} and locale = ${locale}`
  return { rows, total: count.total }
}

/** @param locale only a version of this language, where one is named @throws 404 not_found */
export async function getVersion(
  db: Db,
  workspaceId: number,
  articleId: number,
  id: string,
  locale: string | undefined,
): Promise<VersionRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<VersionRow[]>`
          select v.*, c.state = 'published' and c.version_id = v.id as is_live
          from article_versions v
          join article_contents c
            on c.workspace_id = v.workspace_id and c.article_id = v.article_id and c.locale = v.locale
          where v.workspace_id = ${workspaceId} and v.article_id = ${articleId} and v.id = ${number}
            and (${locale ?? null}::text is null or v.locale = ${locale ?? null})`
  if (!row) throw notFound('article_part')
  return row
}

/** @throws 400 parameter_invalid for a language that neither the article nor a help center has */
export async function assertLocale(db: Db, workspaceId: number, own: string[], locale: string): Promise<void> {
  if (own.includes(locale) || (await listLocales(db, workspaceId)).includes(locale)) return
  throw parameterInvalid('Unknown locale')
}
