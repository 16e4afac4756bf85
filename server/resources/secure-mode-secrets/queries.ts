/** The SQL of identity verification secrets. Deleted ones are excluded. */
import { fragment, type Db } from '../../db/pool.ts'
import type { SecureModeSecretsRow } from '../../db/types/secure_mode_secrets.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

export type ShownSecret = Omit<SecureModeSecretsRow, 'secret'>

/** Everything but the sealed secret. */
const columns = fragment`
  workspace_id, id, name, supports_android, supports_ios, supports_web, created_at, deleted_at`

export const listSecrets = (db: Db, workspaceId: number): Promise<ShownSecret[]> =>
  db<ShownSecret[]>`
    select ${columns} from secure_mode_secrets
    where workspace_id = ${workspaceId} and deleted_at is null order by id`

export async function nextSecretId(db: Db): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    select nextval(pg_get_serial_sequence('secure_mode_secrets', 'id')) as id`
  return row.id
}

export async function insertSecret(
  db: Db,
  workspaceId: number,
  secret: Omit<SecureModeSecretsRow, 'workspace_id' | 'deleted_at'>,
): Promise<ShownSecret> {
  const [row] = await db<[ShownSecret]>`
    insert into secure_mode_secrets ${db({ ...secret, workspace_id: workspaceId }, 'workspace_id', 'id', 'name', 'secret', 'supports_android', 'supports_ios', 'supports_web', 'created_at')}
    returning ${columns}`
  return row
}

/** The row stays, its secret does not. @throws 404 identity_verification_secret_not_found */
export interface NamedSecret {
  id: number
  name: string
}

/** @throws 404 */
export async function deleteSecret(db: Db, workspaceId: number, id: string, now: Date): Promise<NamedSecret> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<NamedSecret[]>`
          update secure_mode_secrets set deleted_at = ${now}, secret = ''
          where workspace_id = ${workspaceId} and id = ${number} and deleted_at is null returning id, name`
  if (!row) throw notFound('secure_mode_secret')
  return row
}
