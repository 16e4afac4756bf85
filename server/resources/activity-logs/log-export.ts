/** Records that data leave the workspace by an export. */
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ExportsRow } from '../../db/types/exports.ts'
import { logActivity } from './log-activity.ts'

export const logExport = (ctx: Ctx, { identifier, kind, dataset_id, from_time, to_time }: ExportsRow): Promise<void> =>
  logActivity(ctx, 'app_data_export', `started an export of ${dataset_id ? `the dataset ${dataset_id}` : 'messages'}`, {
    job_identifier: identifier,
    kind,
    dataset_id,
    start_time: unix(from_time),
    end_time: unix(to_time),
  })
