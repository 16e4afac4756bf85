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
import { numberId } from '../../ids.ts'
import type { UploadedFile } from '../../http/upload.ts'
import { markNamed } from './queries.ts'
import { hashOf, readCatalog } from './read-catalog.ts'
import { insertUpload, updateUpload } from './upload-queries.ts'

const PREFIX = 'job_'
export const jobIdOf = (id: number): string => `${PREFIX}${id}`
export const uploadNumber = (id: string): number | undefined =>
  id.startsWith(PREFIX) ? numberId(id.slice(PREFIX.length)) : undefined

/** Begins an upload with its first part. */
export async function beginUpload(ctx: Ctx, connectorId: string, file: UploadedFile): Promise<CatalogUploadsRow> {
  const { db, workspaceId, now } = ctx
  const { id: job_id } = await insertJob(db, workspaceId, 'products', now)
  const first_part_hash = await hashOf(file.open())
  const upload = await insertUpload(db, workspaceId, { connector_id: connectorId, job_id, first_part_hash }, now)
  await addPart(ctx, upload, file)
  return upload
}

/** @throws 422 invalid_catalog_format */
export async function addPart(ctx: Ctx, upload: CatalogUploadsRow, file: UploadedFile): Promise<void> {
  const { db, workspaceId, now, actor } = ctx
  const task = { job_id: upload.job_id, action: 'create' as const, admin_id: actor.adminId }
  await streamTask(db, workspaceId, task, itemsOf(ctx, upload, file), now)
}

async function* itemsOf(
  { db, workspaceId }: Ctx,
  upload: CatalogUploadsRow,
  file: UploadedFile,
): AsyncGenerator<Details[]> {
  const { connector_id, id } = upload
  for await (const products of readCatalog(file.open())) {
    await markNamed(
      db,
      workspaceId,
      upload,
      products.map((product) => String(product['id'])),
    )
    yield products.map((product) => ({ connector_id, upload_id: id, product }))
  }
}

/** Takes no more parts: the worker makes the products those that the upload names. */
export async function finalizeUpload({ db, workspaceId, now, actor }: Ctx, upload: CatalogUploadsRow): Promise<void> {
  const { id, connector_id, job_id } = upload
  await updateUpload(db, workspaceId, id, { state: 'processing', updated_at: now })
  const task = { job_id, action: 'delete' as const, admin_id: actor.adminId }
  await insertTask(db, workspaceId, task, [{ connector_id, upload_id: id }], now)
  await enqueueBulkJob(db, workspaceId, job_id, now)
}
