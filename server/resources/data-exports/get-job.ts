import type { Ctx } from '../../context.ts'
import type { ExportsRow } from '../../db/types/exports.ts'
import { findExport } from '../../exports/queries.ts'
import { notFound } from '../../http/errors.ts'

/** @throws 404 not_found */
export async function getJob({ db, workspaceId }: Ctx, identifier: string): Promise<ExportsRow> {
  const job = await findExport(db, workspaceId, 'content', identifier)
  if (!job) throw notFound('resource')
  return job
}
