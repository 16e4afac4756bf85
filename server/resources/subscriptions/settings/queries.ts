/** The SQL of subscription types as the settings change them. What it reads of them is the subscriptions' own. */
import type { Db } from '../../../db/pool.ts'
import type { SubscriptionTypesInitializer, SubscriptionTypesMutator } from '../../../db/types/subscription_types.ts'

export async function insertSubscriptionType(
  db: Db,
  workspaceId: number,
  { translations = [], ...type }: Omit<SubscriptionTypesInitializer, 'workspace_id'>,
): Promise<number> {
  const row = { workspace_id: workspaceId, ...type, translations: db.json(translations as never) }
  const [made] = await db<[{ id: number }]>`
    insert into subscription_types ${db(row as Record<string, unknown>)} returning id`
  return made.id
}

export async function updateSubscriptionType(
  db: Db,
  workspaceId: number,
  id: number,
  { translations, ...columns }: SubscriptionTypesMutator,
): Promise<void> {
  const changes = { ...columns, ...(translations !== undefined && { translations: db.json(translations as never) }) }
  if (Object.keys(changes).length === 0) return
  await db`
    update subscription_types set ${db(changes as Record<string, unknown>)}
    where workspace_id = ${workspaceId} and id = ${id}`
}
