/** Every task, by name. */
import type { Task } from '../task.ts'
import { pruneEvents } from './prune-events.ts'
import { runBulkJob } from './run-bulk-job.ts'
import { wakeConversation } from './wake-conversation.ts'

export const tasks: Task[] = [pruneEvents, runBulkJob, wakeConversation]
