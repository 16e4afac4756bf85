/** The SQL of banners as the settings change them. */
import type { Db } from '../../../db/pool.ts'
import type { BannersRow } from '../../../db/types/banners.ts'
import { notFound } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'

/** Columns that a change may write. */
const CHANGEABLE = [
  'title',
  'body',
  'style',
  'position',
  'show_dismiss_button',
  'action',
  'audience',
  'live',
  'updated_at',
] as const
type Changes = Partial<Pick<BannersRow, (typeof CHANGEABLE)[number]>>

export const listBanners = (db: Db, workspaceId: number): Promise<BannersRow[]> =>
  db<BannersRow[]>`select * from banners where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getBanner(db: Db, workspaceId: number, id: string): Promise<BannersRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<BannersRow[]>`select * from banners where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

export async function insertBanner(db: Db, workspaceId: number, changes: Changes, now: Date): Promise<BannersRow> {
  const row = {
    style: 'inline',
    position: 'top',
    ...changes,
    workspace_id: workspaceId,
    created_at: now,
    updated_at: now,
  }
  const [made] = await db<[BannersRow]>`
    insert into banners ${db(row, 'workspace_id', 'created_at', ...CHANGEABLE)} returning *`
  return made
}

export async function updateBanner(db: Db, workspaceId: number, id: number, changes: Changes): Promise<BannersRow> {
  const [row] = await db<[BannersRow]>`
    update banners set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row
}

export async function deleteBanner(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from banners where workspace_id = ${workspaceId} and id = ${id}`
}
