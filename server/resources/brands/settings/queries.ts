/** The SQL of brands as the settings change them. */
import type { Db } from '../../../db/pool.ts'
import type { BrandsRow } from '../../../db/types/brands.ts'
import { apiError } from '../../../http/errors.ts'

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'help_center_id', 'updated_at'] as const
type Changes = Partial<Pick<BrandsRow, (typeof CHANGEABLE)[number]>>

export async function insertBrand(
  db: Db,
  workspaceId: number,
  brand: Pick<BrandsRow, 'name'> & Partial<Pick<BrandsRow, 'is_default' | 'help_center_id'>>,
  now: Date,
): Promise<number> {
  const { name, is_default = false, help_center_id = null } = brand
  const [made] = await db<[{ id: number }]>`
    insert into brands (workspace_id, name, is_default, help_center_id, created_at, updated_at)
    values (${workspaceId}, ${name}, ${is_default}, ${help_center_id}, ${now}, ${now}) returning id`
  return made.id
}

export async function updateBrand(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`update brands set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteBrand(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from brands where workspace_id = ${workspaceId} and id = ${id}`
}

/** @throws 409 conflict */
export async function refuseTakenName(db: Db, workspaceId: number, name: string, own: number | null): Promise<void> {
  const [taken] = await db`
    select from brands
    where workspace_id = ${workspaceId} and lower(name) = lower(${name}) and id is distinct from ${own}::bigint`
  if (taken) throw apiError(409, 'conflict', 'Another brand has this name')
}

/** @throws 409 conflict */
export async function refuseWithAddresses(db: Db, workspaceId: number, id: number): Promise<void> {
  const [address] = await db`
    select from sender_addresses where workspace_id = ${workspaceId} and brand_id = ${id} limit 1`
  if (address) throw apiError(409, 'conflict', 'The brand still has sender addresses')
}
