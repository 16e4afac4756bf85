/** The SQL of sender addresses as the settings change them. */
import type { Db } from '../../../db/pool.ts'
import type { SenderAddressesRow } from '../../../db/types/sender_addresses.ts'
import { apiError } from '../../../http/errors.ts'

/** Columns that a change may write. */
const CHANGEABLE = ['email', 'brand_id', 'verified', 'forwarding_enabled', 'is_default', 'updated_at'] as const
type Changes = Partial<Pick<SenderAddressesRow, (typeof CHANGEABLE)[number]>>

/** In the default brand, unless it is told another. */
export async function insertSenderAddress(
  db: Db,
  workspaceId: number,
  address: Changes & { email: string },
  now: Date,
): Promise<number> {
  const { email, brand_id = null, verified = false, forwarding_enabled = false, is_default = false } = address
  const [made] = await db<[{ id: number }]>`
    insert into sender_addresses (
      workspace_id, email, brand_id, verified, forwarding_enabled, is_default, created_at, updated_at)
    select ${workspaceId}, ${email}, id, ${verified}, ${forwarding_enabled}, ${is_default}, ${now}, ${now}
    from brands where workspace_id = ${workspaceId} and coalesce(id = ${brand_id}::bigint, is_default)
    returning id`
  return made.id
}

export async function updateSenderAddress(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update sender_addresses set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteSenderAddress(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from sender_addresses where workspace_id = ${workspaceId} and id = ${id}`
}

/** Leaves a brand without a default address, so that another can be it. @param brandId null for the default brand */
export async function clearDefault(db: Db, workspaceId: number, brandId: number | null): Promise<void> {
  await db`
    update sender_addresses set is_default = false
    where workspace_id = ${workspaceId} and is_default and brand_id = (
      select id from brands where workspace_id = ${workspaceId} and coalesce(id = ${brandId}::bigint, is_default))`
}

/** @throws 409 conflict */
export async function refuseTakenAddress(
  db: Db,
  workspaceId: number,
  email: string,
  own: number | null,
): Promise<void> {
  const [taken] = await db`
    select from sender_addresses
    where workspace_id = ${workspaceId} and lower(email) = lower(${email}) and id is distinct from ${own}::bigint`
  if (taken) throw apiError(409, 'conflict', 'Another sender address is the same')
}
