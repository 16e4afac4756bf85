/** Every task, by name. */
import type { Task } from './queue/task.ts'
import { deliverNotification } from './webhooks/deliver-notification.task.ts'
import { sendChannelMessage } from './channels/send-channel-message.task.ts'
import { sendMail } from './mail/send-mail.task.ts'
import { handOver } from './resources/admins/hand-over/hand-over.task.ts'
import { keepEventMonths } from './resources/data-events/keep-event-months.task.ts'
import { pruneEvents } from './events/prune-events.task.ts'
import { pruneWebhooks } from './webhooks/prune-webhooks.task.ts'
import { runBulkJob } from './bulk/run-bulk-job.task.ts'
import { changeArticleState } from './resources/articles/change-article-state.task.ts'
import { companyItems } from './resources/companies/bulk/item.ts'
import { contactItems } from './resources/contacts/bulk/item.ts'
import { createTicketTask } from './resources/tickets/create-ticket.task.ts'
import { wakeConversation } from './resources/conversations/wake-conversation.task.ts'

export const runBulkJobs = runBulkJob({ contacts: contactItems, companies: companyItems })

export const tasks: Task[] = [
  changeArticleState,
  createTicketTask,
  handOver,
  keepEventMonths,
  pruneEvents,
  pruneWebhooks,
  runBulkJobs,
  wakeConversation,
]

/** Tasks that wait for other servers have workers of their own. */
export const deliveries: Task[] = [deliverNotification, sendMail, sendChannelMessage]
