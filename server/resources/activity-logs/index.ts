/**
 * Activity logs: changes that admins made to the workspace, its settings and its teams. A write records its change with
 * `logActivity`, in its own transaction.
 */
import { listActivityLogEventTypes } from './list-event-types.ts'
import { listActivityLogs } from './list.ts'
import { searchActivityLogs } from './search.ts'

export const activityLogs = [listActivityLogs, searchActivityLogs, listActivityLogEventTypes]
