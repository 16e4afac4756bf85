/** A workflow that a tour finds: the public API makes none. */
import type { AppDeps } from '../../app.ts'
import type { Found } from './step.ts'

export async function insertWorkflow(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  await db`
    insert into workflows (workspace_id, id, title, state, created_at, updated_at)
    values (${workspace_id}, 'greet', 'Greet', 'paused', ${now}, ${now})`
  await db`
    insert into workflow_versions (workspace_id, workflow_id, number, trigger_type, conditions, steps, created_at)
    values (${workspace_id}, 'greet', 1, 'inbound_conversation',
      '{"field": "state", "operator": "=", "value": "open"}', '[{"type": "reply", "body": "Hello"}]', ${now})`
  return { workflow: 'greet' }
}
