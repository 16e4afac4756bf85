/** Every task, by name. */
import type { Task } from '../task.ts'
import { handOver } from './hand-over.ts'
import { keepEventMonths } from './keep-event-months.ts'
import { pruneEvents } from './prune-events.ts'
import { runBulkJob } from './run-bulk-job.ts'
import { wakeConversation } from './wake-conversation.ts'

export const tasks: Task[] = [handOver, keepEventMonths, pruneEvents, runBulkJob, wakeConversation]
