/** Every task, by name. */
import type { Task } from '../task.ts'
import { deliverNotification } from './deliver-notification.ts'
import { handOver } from './hand-over.ts'
import { keepEventMonths } from './keep-event-months.ts'
import { pruneEvents } from './prune-events.ts'
import { pruneWebhooks } from './prune-webhooks.ts'
import { runBulkJob } from './run-bulk-job.ts'
import { wakeConversation } from './wake-conversation.ts'

export const tasks: Task[] = [handOver, keepEventMonths, pruneEvents, pruneWebhooks, runBulkJob, wakeConversation]

/** Those that wait for others: they have workers of their own. */
export const deliveries: Task[] = [deliverNotification]
