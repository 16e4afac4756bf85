/**
 * Uploads of catalogs. An upload is a bulk job: each part is a task of it, whose items are products, and the last task
 * has one item, which removes the products that no part names. It begins when the upload is finalized.
 */
import type { Ctx } from '../../context.ts'
import type { CatalogUploadsRow } from '../../db/types/catalog_uploads.ts'
import { insertJob, insertTask } from '../../bulk/queries.ts'
import type { Details } from '../../bulk/request.ts'
import { streamTask } from '../../bulk/stream-task.ts'
import { enqueueBulkJob } from '../../bulk/submit.ts'
import { apiError } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { hasProducts, markNamed } from './queries.ts'
import type { CatalogFile } from './spool-catalog.ts'
import { countItems, insertUpload, updateUpload } from './upload-queries.ts'

const PREFIX = 'job_'
export const jobIdOf = (id: number): string => `${PREFIX}${id}`
export const uploadNumber = (id: string): number | undefined =>
  id.startsWith(PREFIX) ? numberId(id.slice(PREFIX.length)) : undefined

/** Begins an upload with its first part. */
export async function beginUpload(ctx: Ctx, connectorId: string, file: CatalogFile): Promise<CatalogUploadsRow> {
  const { db, workspaceId, now } = ctx
  const { id: job_id } = await insertJob(db, workspaceId, 'products', now)
  const details = { connector_id: connectorId, job_id, first_part_hash: file.hash }
  const upload = await insertUpload(db, workspaceId, details, now)
  await addPart(ctx, upload, 1, file)
  return upload
}

/** The most that an upload takes, in all its parts. They lie in the database until they are processed. */
export const MOST = { parts: 100, products: 500_000, bytes: 1_000_000_000 }

const tooLarge = (most: string) => apiError(422, 'payload_too_large', `An upload takes at most ${most}`)
export const tooManyProducts = () => tooLarge(`${MOST.products} products`)

/** @throws 422 payload_too_large */
export async function addPart(ctx: Ctx, upload: CatalogUploadsRow, number: number, file: CatalogFile): Promise<void> {
  const { db, workspaceId, now, actor } = ctx
  if (number > MOST.parts) throw tooLarge(`${MOST.parts} parts`)
  const byte_count = upload.byte_count + file.size
  if (byte_count > MOST.bytes) throw tooLarge(`${MOST.bytes / 1e6} MB`)
  if ((await countItems(db, workspaceId, upload.job_id)) + file.count > MOST.products) throw tooManyProducts()
  await updateUpload(db, workspaceId, upload.id, { byte_count, next_part_number: number + 1, updated_at: now })
  const task = { job_id: upload.job_id, action: 'create' as const, admin_id: actor.adminId }
  await streamTask(db, workspaceId, task, itemsOf(ctx, upload, file), now)
}

async function* itemsOf(
  { db, workspaceId }: Ctx,
  upload: CatalogUploadsRow,
  file: CatalogFile,
): AsyncGenerator<Details[]> {
  const { connector_id, id } = upload
  for await (const products of file.batches()) {
    await markNamed(
      db,
      workspaceId,
      upload,
      products.map((product) => String(product['id'])),
    )
    yield products.map((product) => ({ connector_id, upload_id: id, product }))
  }
}

/**
 * Takes no more parts: the worker makes the products those that the upload names.
 * @throws 422 invalid_catalog_format where there are none, which would remove all that the connector has
 */
export async function finalizeUpload({ db, workspaceId, now, actor }: Ctx, upload: CatalogUploadsRow): Promise<void> {
  const { id, connector_id, job_id } = upload
  const isEmpty = (await countItems(db, workspaceId, job_id)) === 0
  if (isEmpty && (await hasProducts(db, workspaceId, connector_id)))
    throw apiError(422, 'invalid_catalog_format', 'catalog must not be empty, which would remove every product')
  await updateUpload(db, workspaceId, id, { state: 'processing', updated_at: now })
  const task = { job_id, action: 'delete' as const, admin_id: actor.adminId }
  await insertTask(db, workspaceId, task, [{ connector_id, upload_id: id }], now)
  await enqueueBulkJob(db, workspaceId, job_id, now)
}
