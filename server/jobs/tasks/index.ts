/** Every task, by name. */
import type { Task } from '../task.ts'
import { handOver } from './hand-over.ts'
import { pruneEvents } from './prune-events.ts'
import { wakeConversation } from './wake-conversation.ts'

export const tasks: Task[] = [handOver, pruneEvents, wakeConversation]
