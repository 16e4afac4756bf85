/**
 * A shop with two products, and an upload that names one of them and waits for its end, which a tour sends: tours send
 * no files.
 */
import type { AppDeps } from '../../app.ts'
import type { Found } from './step.ts'

const PISTON = { id: 'piston', title: 'Piston', url: 'https://shop.example/piston' }

export async function insertShop(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  await db`
    insert into ecommerce_connectors (workspace_id, id, name, created_at)
    values (${workspace_id}, 'engines', 'Engines', ${now})`
  const [upload] = await db<[{ id: number; job_id: number }]>`
    with job as (
      insert into bulk_jobs (workspace_id, resource, created_at, updated_at)
      values (${workspace_id}, 'products', ${now}, ${now}) returning id)
    insert into catalog_uploads (workspace_id, connector_id, job_id, state, first_part_hash, created_at, updated_at)
    select ${workspace_id}, 'engines', id, 'open', '', ${now}, ${now} from job returning id, job_id`
  const item = { connector_id: 'engines', upload_id: upload.id, product: PISTON }
  await db`
    with task as (
      insert into bulk_tasks (workspace_id, job_id, action, admin_id, item_count, created_at)
      select ${workspace_id}, ${upload.job_id}, 'create', min(id), 1, ${now}
      from admins where workspace_id = ${workspace_id} and kind = 'admin' returning id)
    insert into bulk_items (workspace_id, task_id, position, details)
    select ${workspace_id}::int, id, 0, ${item as never}::json from task`
  await db`
    insert into products (workspace_id, connector_id, id, details, upload_id, created_at, updated_at)
    select ${workspace_id}::int, 'engines', p.id, jsonb_build_object('title', p.id), p.upload_id,
      ${now}::timestamptz, ${now}::timestamptz
    from (values ('piston', ${upload.id}::bigint), ('boiler', 0)) as p (id, upload_id)`
  return { shop: 'engines', catalog: `job_${upload.id}` }
}
