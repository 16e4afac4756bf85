/** The SQL of e-commerce connectors, their uploads and their products. */
import type { Db } from '../../db/pool.ts'
import type { CatalogUploadsRow } from '../../db/types/catalog_uploads.ts'
import type { EcommerceConnectorsRow } from '../../db/types/ecommerce_connectors.ts'
import type { ProductsRow } from '../../db/types/products.ts'
import { notFound } from '../../http/errors.ts'
import type { ProductDetails } from './product.ts'

export interface ConnectorRow extends EcommerceConnectorsRow {
  product_count: number
  upload: {
    id: number
    state: 'open' | 'processing' | 'completed'
    item_count: number
    refused_count: number
    refusals: string[]
    created_at: string
    completed_at: string | null
    failure: string | null
  } | null
}

/** @param id one of them, or null for all */
export const listConnectors = (db: Db, workspaceId: number, id: string | null = null): Promise<ConnectorRow[]> =>
  db<ConnectorRow[]>`
    select c.*, (select count(*)::int from products p
        where p.workspace_id = c.workspace_id and p.connector_id = c.id) as product_count,
      (select to_jsonb(last) from (
        select u.id, u.state, u.created_at, u.completed_at, u.failure, items.count as item_count,
          refused.count as refused_count, refused.messages as refusals
        from catalog_uploads u,
          lateral (select coalesce(sum(t.item_count), 0)::int as count from bulk_tasks t
            where t.workspace_id = u.workspace_id and t.job_id = u.job_id and t.action = 'create') items,
          lateral (select count(*)::int as count,
              coalesce((array_agg(i.error_message order by t.id, i.position))[1:10], '{}') as messages
            from bulk_tasks t join bulk_items i on i.workspace_id = t.workspace_id and i.task_id = t.id
            where t.workspace_id = u.workspace_id and t.job_id = u.job_id and t.action = 'create'
              and i.error_code is not null) refused
        where u.workspace_id = c.workspace_id and u.connector_id = c.id order by u.id desc limit 1) last) as upload
    from ecommerce_connectors c
    where c.workspace_id = ${workspaceId} and (${id}::text is null or c.id = ${id}) order by c.created_at, c.id`

/** @throws 404 not_found */
export async function getConnector(db: Db, workspaceId: number, id: string): Promise<ConnectorRow> {
  const [row] = await listConnectors(db, workspaceId, id)
  if (!row) throw notFound('resource')
  return row
}

export async function isConnector(db: Db, workspaceId: number, id: string): Promise<boolean> {
  const rows = await db`select from ecommerce_connectors where workspace_id = ${workspaceId} and id = ${id}`
  return rows.length > 0
}

/** Holds a connector for an upload until the transaction ends; another upload does not wait for that. */
export async function takeConnector(db: Db, workspaceId: number, id: string): Promise<'taken' | 'busy' | 'missing'> {
  const taken = await db`
    select from ecommerce_connectors where workspace_id = ${workspaceId} and id = ${id} for update skip locked`
  if (taken.length > 0) return 'taken'
  return (await isConnector(db, workspaceId, id)) ? 'busy' : 'missing'
}

/** Waits for an upload that has it. @returns false if it is gone */
export async function lockConnector(db: Db, workspaceId: number, id: string): Promise<boolean> {
  const rows = await db`
    select from ecommerce_connectors where workspace_id = ${workspaceId} and id = ${id} for update`
  return rows.length > 0
}

/** @returns false if the id is taken */
export async function insertConnector(
  db: Db,
  workspaceId: number,
  { id, name }: { id: string; name: string },
  now: Date,
): Promise<boolean> {
  const { count } = await db`
    insert into ecommerce_connectors (workspace_id, id, name, created_at)
    values (${workspaceId}, ${id}, ${name}, ${now}) on conflict do nothing`
  return count > 0
}

/** Its products and uploads go with it. */
export async function deleteConnector(db: Db, workspaceId: number, id: string): Promise<void> {
  await db`
    with gone as (
      delete from catalog_uploads where workspace_id = ${workspaceId} and connector_id = ${id} returning job_id)
    delete from bulk_jobs using gone where workspace_id = ${workspaceId} and id = gone.job_id`
  await db`delete from ecommerce_connectors where workspace_id = ${workspaceId} and id = ${id}`
}

/** In the order of their ids. */
export const listProducts = (
  db: Db,
  workspaceId: number,
  connectorId: string,
  after: string | undefined,
  limit: number,
): Promise<ProductsRow[]> =>
  db<ProductsRow[]>`
    select * from products
    where workspace_id = ${workspaceId} and connector_id = ${connectorId} and id > ${after ?? ''}
    order by id limit ${limit}`

/** A product that has not changed is written no further than that the upload names it. */
export const upsertProduct = async (
  db: Db,
  workspaceId: number,
  {
    connector_id,
    id,
    details,
    upload_id,
  }: Pick<ProductsRow, 'connector_id' | 'id' | 'upload_id'> & {
    details: ProductDetails
  },
  now: Date,
): Promise<void> =>
  void (await db`
    insert into products (workspace_id, connector_id, id, details, upload_id, created_at, updated_at)
    values (${workspaceId}, ${connector_id}, ${id}, ${details as never}::jsonb, ${upload_id}, ${now}, ${now})
    on conflict (workspace_id, connector_id, id) do update set details = excluded.details,
      upload_id = excluded.upload_id,
      updated_at = case when products.details = excluded.details then products.updated_at else excluded.updated_at end`)

/** Products that an upload names stay, whether their new details are good or not. */
export const markNamed = async (
  db: Db,
  workspaceId: number,
  { connector_id, id }: Pick<CatalogUploadsRow, 'connector_id' | 'id'>,
  productIds: string[],
): Promise<void> =>
  void (await db`
    update products set upload_id = ${id}
    where workspace_id = ${workspaceId} and connector_id = ${connector_id} and id = any(${productIds}::text[])`)

/**
 * True if a connector has products, and the upload names none of them, or not one of its own is good: most likely the
 * file is not what was meant.
 */
export async function takesNone(
  db: Db,
  workspaceId: number,
  { connector_id, id, job_id }: Pick<CatalogUploadsRow, 'connector_id' | 'id' | 'job_id'>,
): Promise<boolean> {
  const [row] = await db<[{ none: boolean }]>`
    select count(*) > 0 and (bool_and(upload_id <> ${id}) or not (
        select coalesce(sum(t.item_count), 0) > (
          select count(*) from bulk_tasks u
          join bulk_items i on i.workspace_id = u.workspace_id and i.task_id = u.id
          where u.workspace_id = ${workspaceId} and u.job_id = ${job_id} and u.action = 'create'
            and i.error_code is not null)
        from bulk_tasks t
        where t.workspace_id = ${workspaceId} and t.job_id = ${job_id} and t.action = 'create')) as none
    from products
    where workspace_id = ${workspaceId} and connector_id = ${connector_id}`
  return row.none
}

export async function hasProducts(db: Db, workspaceId: number, connectorId: string): Promise<boolean> {
  const [row] = await db<[{ some: boolean }]>`
    select exists (
      select from products where workspace_id = ${workspaceId} and connector_id = ${connectorId}) as some`
  return row.some
}

/** Deletes the products that an upload does not name. */
export const deleteUnnamed = async (
  db: Db,
  workspaceId: number,
  { connector_id, id }: Pick<CatalogUploadsRow, 'connector_id' | 'id'>,
): Promise<void> =>
  void (await db`
    delete from products
    where workspace_id = ${workspaceId} and connector_id = ${connector_id} and upload_id <> ${id}`)
