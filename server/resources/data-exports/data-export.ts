/** A job of the content export on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ExportsRow } from '../../db/types/exports.ts'
import { isAvailable } from '../../exports/download.ts'
import { described, model } from '../../schema/types.ts'

const STATUSES = ['pending', 'in_progress', 'failed', 'completed', 'no_data', 'canceled'] as const

export const DataExport = model('data_export', {
  job_identifier: described(Type.String(), 'The name of the job, by which it is asked for.'),
  status: described(
    Type.Enum([...STATUSES]),
    '`pending` until it is begun, `in_progress` until it ends. `no_data`: nothing was sent in the period.',
  ),
  download_url: described(
    Type.String(),
    'The address of the archive, which needs a token. Empty until the job is completed, and after it has expired.',
  ),
  download_expires_at: described(
    Type.String(),
    'When the archive is deleted, in unix seconds as text. Empty until the job is completed.',
  ),
})

export function presentDataExport(ctx: Pick<Ctx, 'addressOf' | 'now'>, job: ExportsRow): Static<typeof DataExport> {
  return {
    job_identifier: job.identifier,
    status: job.status as (typeof STATUSES)[number],
    download_url: isAvailable(job, ctx.now) ? ctx.addressOf(`/download/content/data/${job.identifier}`) : '',
    download_expires_at: job.status === 'completed' ? String(unix(job.expires_at!)) : '',
  }
}
