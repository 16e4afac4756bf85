/** Tells a webhook of what happened. It has workers of its own: receivers may take their time. */
import { noSecrets } from '../secrets.ts'
import { deliver } from './deliver.ts'
import { DELIVER, type Delivery } from './queue.ts'
import type { Task } from '../queue/task.ts'

export const deliverNotification: Task = {
  name: DELIVER,
  run: ({ db, clock, secrets = noSecrets, reach = 'public', shares }, delivery: Delivery) =>
    deliver({ db, clock, secrets, reach, ...(shares && { shares }) }, delivery),
}
