/** The SQL of brands. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { Workspace } from '../../context.ts'
import { apiError } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { BrandRow } from './brand.ts'

const listWhere = (db: Db, workspaceId: number, condition: Fragment): Promise<BrandRow[]> => db<BrandRow[]>`
  select b.*, (
    select a.id from sender_addresses a
    where a.workspace_id = b.workspace_id and a.brand_id = b.id and a.is_default) as default_address_id
  from brands b where b.workspace_id = ${workspaceId} and ${condition}
  order by b.is_default desc, b.id`

/** The default brand first, the others by age. */
export const listBrands = (db: Db, workspaceId: number): Promise<BrandRow[]> =>
  listWhere(db, workspaceId, fragment`true`)

/** @throws 404 not_found */
export async function getBrand(db: Db, workspaceId: number, id: string, { app_id }: Pick<Workspace, 'app_id'>) {
  const number = numberId(id)
  const condition =
    id === app_id ? fragment`b.is_default` : number !== undefined && fragment`b.id = ${number} and not b.is_default`
  const [row] = condition ? await listWhere(db, workspaceId, condition) : []
  if (!row) throw apiError(404, 'not_found', 'Brand not found')
  return row
}
