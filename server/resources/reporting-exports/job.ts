/** A job of the reporting export on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ExportsRow } from '../../db/types/exports.ts'
import { isAvailable } from '../../exports/download.ts'
import { apiError, type ApiError } from '../../http/errors.ts'
import { described, model } from '../../schema/types.ts'

const STATUSES = ['pending', 'in_progress', 'complete', 'failed'] as const

export const ReportingExport = model('reporting_export', {
  job_identifier: described(Type.String(), 'The name of the job, by which it is asked for.'),
  status: described(
    Type.Enum([...STATUSES]),
    '`pending` until it is begun, `in_progress` until it ends, then `complete` or `failed`.',
  ),
  download_url: described(
    Type.String(),
    'The address of the archive, which needs a token. Empty until the job is complete, and after it has expired.',
  ),
  download_expires_at: described(
    Type.String(),
    'When the archive is deleted, in unix seconds as text. Empty until the job is complete.',
  ),
})

export function presentReportingExport(
  ctx: Pick<Ctx, 'addressOf' | 'now'>,
  job: ExportsRow,
): Static<typeof ReportingExport> {
  const isComplete = job.status === 'completed'
  return {
    job_identifier: job.identifier,
    status: isComplete ? 'complete' : (job.status as 'pending'),
    download_url: isAvailable(job, ctx.now) ? ctx.addressOf(`/download/reporting_data/${job.identifier}`) : '',
    download_expires_at: isComplete ? String(unix(job.expires_at!)) : '',
  }
}

export const noJob = (identifier: string): ApiError =>
  apiError(404, 'not_found', `Export job not found for identifier: ${identifier.slice(0, 100)}`)
