/** Every task, by name. */
import type { Task } from '../task.ts'
import { pruneEvents } from './prune-events.ts'

export const tasks: Task[] = [pruneEvents]
