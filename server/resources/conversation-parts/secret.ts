/** The secret of a workspace for updates of parts: kept as a digest, compared in constant time. */
import { timingSafeEqual } from 'node:crypto'
import type { Db } from '../../db/pool.ts'
import { hashToken } from '../tokens/access-tokens.ts'

/** False where the workspace has none. */
export async function isPartSecret(db: Db, workspaceId: number, given: string): Promise<boolean> {
  const [row] = await db<{ digest: Buffer }[]>`select digest from part_secrets where workspace_id = ${workspaceId}`
  return row !== undefined && timingSafeEqual(row.digest, hashToken(given))
}

export async function putPartSecret(db: Db, workspaceId: number, secret: string, now: Date): Promise<void> {
  await db`
    insert into part_secrets (workspace_id, digest, updated_at)
    values (${workspaceId}, ${hashToken(secret)}, ${now})
    on conflict (workspace_id) do update set digest = excluded.digest, updated_at = excluded.updated_at`
}
