/** The SQL of sender addresses. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { apiError } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { SenderAddressRow } from './email-setting.ts'

const listWhere = (db: Db, workspaceId: number, condition: Fragment): Promise<SenderAddressRow[]> =>
  db<SenderAddressRow[]>`
    select a.*, b.is_default as brand_is_default from sender_addresses a
    join brands b on b.workspace_id = a.workspace_id and b.id = a.brand_id
    where a.workspace_id = ${workspaceId} and ${condition} order by a.id`

export const listSenderAddresses = (db: Db, workspaceId: number): Promise<SenderAddressRow[]> =>
  listWhere(db, workspaceId, fragment`true`)

/** @throws 404 not_found */
export async function getSenderAddress(db: Db, workspaceId: number, id: string): Promise<SenderAddressRow> {
  const number = numberId(id)
  const [row] = number === undefined ? [] : await listWhere(db, workspaceId, fragment`a.id = ${number}`)
  if (!row) throw apiError(404, 'not_found', 'Email setting not found')
  return row
}
