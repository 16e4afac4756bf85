/** The SQL of redirects, and of the help centers and targets that they need. */
import { fragment, type Db, type Fragment } from '../../../db/pool.ts'
import type { HelpCenterRedirectsRow } from '../../../db/types/help_center_redirects.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { apiError, notFound } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'

/** @throws 404 not_found */
export const getCenter = (db: Db, workspaceId: number, id: string): Promise<HelpCentersRow> =>
  readCenter(db, workspaceId, id, fragment`for key share`)

/** The same, and kept from taking other redirects until the transaction ends. @throws 404 not_found */
export const lockCenter = (db: Db, workspaceId: number, id: string): Promise<HelpCentersRow> =>
  readCenter(db, workspaceId, id, fragment`for no key update`)

async function readCenter(db: Db, workspaceId: number, id: string, lock: Fragment): Promise<HelpCentersRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<HelpCentersRow[]>`
          select * from help_centers where workspace_id = ${workspaceId} and id = ${number} ${lock}`
  if (!row) throw notFound('redirect')
  return row
}

/** Newest first. */
export async function listRedirects(
  db: Db,
  workspaceId: number,
  centerId: number,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: HelpCenterRedirectsRow[]; total: number }> {
  const rows = await db<HelpCenterRedirectsRow[]>`
    select * from help_center_redirects where workspace_id = ${workspaceId} and help_center_id = ${centerId}
    order by id desc limit ${perPage} offset ${offset}`
  const [count] = await db<[{ total: number }]>`
    select count(*)::int as total from help_center_redirects
    where workspace_id = ${workspaceId} and help_center_id = ${centerId}`
  return { rows, total: count.total }
}

/** @throws 404 not_found */
export async function getRedirect(
  db: Db,
  workspaceId: number,
  centerId: number,
  id: string,
): Promise<HelpCenterRedirectsRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<HelpCenterRedirectsRow[]>`
          select * from help_center_redirects
          where workspace_id = ${workspaceId} and help_center_id = ${centerId} and id = ${number}`
  if (!row) throw notFound('redirect')
  return row
}

/**
 * The help center is locked by whoever calls.
 * @param paths in small letters, without a slash at their end, as the site looks them up
 * @throws 409 resource_conflict where one of them leads on already
 */
export async function refuseTaken(db: Db, workspaceId: number, centerId: number, paths: string[]): Promise<void> {
  const rows = await db`
    select from help_center_redirects
    where workspace_id = ${workspaceId} and help_center_id = ${centerId} and from_path = any(${paths}::text[]) limit 1`
  if (rows.length > 0) throw taken()
}

const taken = () => apiError(409, 'resource_conflict', 'A redirect with that URL already exists')

type New = Omit<HelpCenterRedirectsRow, 'id' | 'from_path' | 'from_page'>

/** @throws 409 resource_conflict where the address leads on already */
export async function insertRedirect(db: Db, redirect: New): Promise<HelpCenterRedirectsRow> {
  const [row] = await db<HelpCenterRedirectsRow[]>`
    insert into help_center_redirects ${db(
      redirect,
      'workspace_id',
      'help_center_id',
      'from_url',
      'locale',
      'article_id',
      'collection_id',
      'created_at',
      'updated_at',
    )} on conflict (workspace_id, help_center_id, from_url) do nothing returning *`
  if (!row) throw taken()
  return row
}

export async function deleteRedirect(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from help_center_redirects where workspace_id = ${workspaceId} and id = ${id}`
}

/** The languages of an article of the help center, the wanted one first. Empty where it is not in it. */
export async function listLocalesOfArticle(
  db: Db,
  workspaceId: number,
  centerId: number,
  articleId: number,
  locale: string,
): Promise<string[]> {
  const rows = await db<{ locale: string }[]>`
    select t.locale from article_contents t
    where t.workspace_id = ${workspaceId} and t.article_id = ${articleId} and exists (
      select from article_collections x
      join collections c on c.workspace_id = x.workspace_id and c.id = x.collection_id
      where x.workspace_id = ${workspaceId} and x.article_id = ${articleId} and c.help_center_id = ${centerId})
    order by t.locale <> ${locale}, t.id for key share of t`
  return rows.map((row) => row.locale)
}

export async function isCollectionOf(db: Db, workspaceId: number, centerId: number, id: number): Promise<boolean> {
  const rows = await db`
    select from collections
    where workspace_id = ${workspaceId} and help_center_id = ${centerId} and id = ${id} for key share`
  return rows.length > 0
}
