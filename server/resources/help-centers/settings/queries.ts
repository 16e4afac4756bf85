/** The SQL of help centers as the settings change them. The workspace is locked by whoever calls. */
import type { Db } from '../../../db/pool.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { apiError } from '../../../http/errors.ts'

/**
 * The identifier is an address on this server, so that no two workspaces share one. Two requests for the same one take
 * turns. @throws 409 conflict where another help center has it
 */
export async function refuseTakenIdentifier(
  db: Db,
  workspaceId: number,
  identifier: string,
  id: number | null,
): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('help center ' || ${identifier}::text, 0))`
  const rows = await db`
    select from help_centers
    where identifier = ${identifier} and (workspace_id, id) is distinct from (${workspaceId}::integer, ${id}::bigint)`
  if (rows.length > 0) throw apiError(409, 'conflict', 'There is a help center with that identifier', 'identifier')
}

/**
 * A domain leads to one help center, whatever its workspace. Two requests for the same one take turns.
 * @throws 409 conflict where another help center has it
 */
export async function refuseTakenDomain(db: Db, workspaceId: number, domain: string, id: number | null): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('own domain ' || ${domain}::text, 0))`
  const rows = await db`
    select from help_centers
    where custom_domain = ${domain} and (workspace_id, id) is distinct from (${workspaceId}::integer, ${id}::bigint)`
  if (rows.length > 0) throw apiError(409, 'conflict', 'There is a help center with that domain', 'custom_domain')
}

/** None is the default one any more. */
export async function clearDefault(db: Db, workspaceId: number): Promise<void> {
  await db`update help_centers set is_default = false where workspace_id = ${workspaceId} and is_default`
}

/** Columns that a change may write. */
const CHANGEABLE = [
  'identifier',
  'display_name',
  'website_turned_on',
  'custom_domain',
  'is_default',
  'locales',
  'logo_url',
  'logo_dark_url',
  'accent_color',
  'accent_color_dark',
  'theme',
  'header_texts',
  'updated_at',
] as const
type Changes = Partial<Pick<HelpCentersRow, (typeof CHANGEABLE)[number]>>

export async function insertHelpCenter(
  db: Db,
  workspaceId: number,
  center: Changes & Pick<HelpCentersRow, 'identifier' | 'display_name' | 'created_at' | 'updated_at'>,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into help_centers ${db({ ...center, workspace_id: workspaceId }, 'workspace_id', 'created_at', ...CHANGEABLE)} returning id`
  return row.id
}

export async function updateHelpCenter(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update help_centers set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteHelpCenter(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from help_centers where workspace_id = ${workspaceId} and id = ${id}`
}
