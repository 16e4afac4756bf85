/** Exports that the demo's company asked for: one of its messages, and a report on its conversations. */
import { withIds } from '../ids.ts'
import { createDataExport } from '../resources/data-exports/create.ts'
import { enqueueReportingExport } from '../resources/reporting-exports/enqueue.ts'
import type { Act } from './act.ts'
import type { Timeline } from './timeline.ts'

/** Names of the jobs, the same in every demo workspace. */
export const DEMO_EXPORT = 'fernhillmessages'
export const DEMO_REPORT = 'fernhillreports1'

const DAYS = 60

/** Their archives are written by the worker of the server. */
export function planExports(timeline: Timeline, act: Act): void {
  const from = timeline.at({ days: DAYS }).getTime() / 1000
  const to = timeline.at({ hours: 1 }).getTime() / 1000
  timeline.add({ minutes: 30 }, (at) =>
    withIds([DEMO_EXPORT], () =>
      act(createDataExport, at, { body: { created_at_after: from, created_at_before: to } }),
    ),
  )
  timeline.add({ minutes: 20 }, (at) =>
    withIds([DEMO_REPORT], () =>
      act(enqueueReportingExport, at, {
        body: {
          dataset_id: 'conversation',
          attribute_ids: ['conversation_id', 'conversation_started_at', 'conversation_first_response_time'],
          start_time: from,
          end_time: to,
        },
      }),
    ),
  )
}
