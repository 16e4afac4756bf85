/** A shop with an upload that waits for its end, which a tour sends: tours send no files. */
import type { AppDeps } from '../../app.ts'
import type { Found } from './step.ts'

export async function insertShop(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  await db`
    insert into ecommerce_connectors (workspace_id, id, name, created_at)
    values (${workspace_id}, 'engines', 'Engines', ${now})`
  const [upload] = await db<[{ id: number }]>`
    with job as (
      insert into bulk_jobs (workspace_id, resource, created_at, updated_at)
      values (${workspace_id}, 'products', ${now}, ${now}) returning id)
    insert into catalog_uploads (workspace_id, connector_id, job_id, state, first_part_hash, created_at, updated_at)
    select ${workspace_id}, 'engines', id, 'open', '', ${now}, ${now} from job returning id`
  return { shop: 'engines', catalog: `job_${upload.id}` }
}
