/** The SQL of subscription types as the settings change them. Reads are in ../queries.ts. */
import type { Db } from '../../../db/pool.ts'
import type { SubscriptionTypesRow } from '../../../db/types/subscription_types.ts'

/** Columns that a change may write. */
const CHANGEABLE = ['state', 'consent_type', 'name', 'description', 'locale', 'translations', 'content_types'] as const
type Changes = Partial<Pick<SubscriptionTypesRow, (typeof CHANGEABLE)[number]>>

export async function insertSubscriptionType(
  db: Db,
  workspaceId: number,
  type: Changes & Pick<SubscriptionTypesRow, 'consent_type' | 'name' | 'description' | 'created_at'>,
): Promise<number> {
  const [made] = await db<[{ id: number }]>`
    insert into subscription_types ${db({ ...type, workspace_id: workspaceId }, 'workspace_id', 'created_at', ...CHANGEABLE)} returning id`
  return made.id
}

export async function updateSubscriptionType(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await db`
    update subscription_types set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id}`
}
