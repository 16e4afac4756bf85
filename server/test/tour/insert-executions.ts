/** An execution of a data connector that a tour finds: the public API executes none. */
import type { AppDeps } from '../../app.ts'
import type { Found } from './step.ts'

export async function insertExecutions(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  const [connector] = await db<{ id: number }[]>`
    insert into data_connectors (workspace_id, created_by_admin_id, updated_by_admin_id, created_at, updated_at)
    select ${workspace_id}, min(id), min(id), ${now}, ${now} from admins where workspace_id = ${workspace_id} returning id`
  await db`
    insert into data_connector_versions (workspace_id, connector_id, name, http_method, url, audiences, created_at)
    values (${workspace_id}, ${connector!.id}, 'Engines in stock', 'post', 'http://192.0.2.1/engines', '{users}', ${now})`
  const [execution] = await db<{ id: number }[]>`
    insert into data_connector_executions (
      workspace_id, connector_id, success, http_status, http_method, execution_time_ms, external_time_ms,
      response_bytes, source_type, source_id, request_url, request_body, response_body, raw_response_body, created_at)
    values (${workspace_id}, ${connector!.id}, true, 200, 'post', 120, 118, 11, 'workflow', 'engines-in-stock',
      'http://192.0.2.1/engines', '{"engine":2}', '{"left":12}', '{"left":12}', ${now})
    returning id`
  return { ranConnector: String(connector!.id), execution: String(execution!.id) }
}
