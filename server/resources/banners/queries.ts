/** The SQL of banners and of the views that contacts have of them. */
import type { Db } from '../../db/pool.ts'
import type { BannerViewsRow } from '../../db/types/banner_views.ts'
import type { BannersRow } from '../../db/types/banners.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** Banners that a contact could see: live, and not dismissed by it. */
export const listUndismissed = (db: Db, workspaceId: number, contactId: string): Promise<BannersRow[]> =>
  db<BannersRow[]>`
    select b.* from banners b
    where b.workspace_id = ${workspaceId} and b.live and not exists (
      select from banner_views v
      where v.workspace_id = b.workspace_id and v.banner_id = b.id and v.contact_id = ${contactId}
        and v.dismissed_at is not null)
    order by b.id`

/** An impression of each. @returns the contact's views of them */
export const upsertViews = (
  db: Db,
  workspaceId: number,
  contactId: string,
  bannerIds: number[],
  now: Date,
): Promise<BannerViewsRow[]> => db<BannerViewsRow[]>`
  insert into banner_views (workspace_id, banner_id, contact_id, last_shown_at, created_at)
  select ${workspaceId}, banner.id, ${contactId}, ${now}, ${now} from unnest(${bannerIds}::bigint[]) as banner (id)
  order by banner.id
  on conflict (workspace_id, banner_id, contact_id) do update
    set impressions = banner_views.impressions + 1, last_shown_at = excluded.last_shown_at
  returning *`

/** A view that was dismissed before keeps its time. @throws 404 not_found */
export async function dismissView(
  db: Db,
  workspaceId: number,
  contactId: string,
  viewId: string,
  now: Date,
): Promise<BannerViewsRow> {
  const number = numberId(viewId)
  const [row] =
    number === undefined
      ? []
      : await db<BannerViewsRow[]>`
          update banner_views set dismissed_at = coalesce(dismissed_at, ${now})
          where workspace_id = ${workspaceId} and id = ${number} and contact_id = ${contactId} returning *`
  if (!row) throw notFound('resource')
  return row
}

/** The views of a contact become another's; one dismissal of two counts. */
export const moveBannerViews = async (db: Db, workspaceId: number, from: string, into: string): Promise<void> =>
  void (await db`
    with moved as (
      delete from banner_views where workspace_id = ${workspaceId} and contact_id = ${from} returning *)
    insert into banner_views (
      workspace_id, id, banner_id, contact_id, impressions, last_shown_at, dismissed_at, created_at)
    select workspace_id, id, banner_id, ${into}, impressions, last_shown_at, dismissed_at, created_at from moved
    on conflict (workspace_id, banner_id, contact_id) do update
      set impressions = banner_views.impressions + excluded.impressions,
        last_shown_at = greatest(banner_views.last_shown_at, excluded.last_shown_at),
        dismissed_at = coalesce(banner_views.dismissed_at, excluded.dismissed_at)`)

export const deleteBannerViewsOf = async (db: Db, workspaceId: number, contactId: string): Promise<void> =>
  void (await db`delete from banner_views where workspace_id = ${workspaceId} and contact_id = ${contactId}`)
