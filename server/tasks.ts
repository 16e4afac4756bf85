/** Every task, by name. */
import type { Task } from './queue/task.ts'
import { deliverNotification } from './webhooks/deliver-notification.task.ts'
import { sendChannelMessage } from './channels/send-channel-message.task.ts'
import { sendMail } from './mail/send-mail.task.ts'
import { fetchAttachment } from './files/fetch-attachment.task.ts'
import { handOver } from './resources/admins/hand-over/hand-over.task.ts'
import { pruneExecutions } from './resources/data-connectors/prune-executions.task.ts'
import { keepEventMonths } from './resources/data-events/keep-event-months.task.ts'
import { pruneWords } from './content/index/prune-words.task.ts'
import { pruneEvents } from './events/prune-events.task.ts'
import { pruneWebhooks } from './webhooks/prune-webhooks.task.ts'
import { pruneExports } from './exports/prune-exports.task.ts'
import { answerFinTurn } from './resources/fin/answer-turn.task.ts'
import { endQuietFinSessions } from './resources/fin/end-quiet.task.ts'
import { pruneFinStreamTokens } from './resources/fin/prune-stream-tokens.task.ts'
import { runExport } from './exports/run-export.task.ts'
import { runBulkJob } from './bulk/run-bulk-job.task.ts'
import { changeArticleState } from './resources/articles/change-article-state.task.ts'
import { companyItems } from './resources/companies/bulk/item.ts'
import { contactItems } from './resources/contacts/bulk/item.ts'
import { contentItems } from './resources/contents/bulk/item.ts'
import { contentExport } from './resources/data-exports/content-export.ts'
import { reportingExport } from './resources/reporting-exports/reporting-export.ts'
import { productItems, productRefusals } from './resources/ecommerce-connectors/items.ts'
import { pruneCatalogUploads } from './resources/ecommerce-connectors/prune-uploads.task.ts'
import { handOverFinSessions } from './resources/procedures/hand-over-sessions.task.ts'
import { createTicketTask } from './resources/tickets/create-ticket.task.ts'
import { distributeWaiting } from './resources/teams/distribute-waiting.task.ts'
import { breachSla } from './threads/sla/breach-sla.task.ts'
import { advanceWorkflowRuns } from './resources/workflows/advance-run.task.ts'
import { pruneWorkflowRuns } from './resources/workflows/prune-runs.task.ts'
import { wakeConversation } from './resources/conversations/wake-conversation.task.ts'

export const runBulkJobs = runBulkJob(
  {
    contacts: contactItems,
    companies: companyItems,
    content: contentItems,
    products: productItems,
  },
  { products: productRefusals },
)
export const runExports = runExport({ content: contentExport, reporting: reportingExport })

export const tasks: Task[] = [
  breachSla,
  changeArticleState,
  createTicketTask,
  distributeWaiting,
  endQuietFinSessions,
  handOver,
  handOverFinSessions,
  keepEventMonths,
  pruneCatalogUploads,
  pruneEvents,
  pruneExecutions,
  pruneExports,
  pruneFinStreamTokens,
  pruneWebhooks,
  pruneWords,
  pruneWorkflowRuns,
  runBulkJobs,
  runExports,
  wakeConversation,
]

/** Tasks that wait for other servers have workers of their own. */
export const deliveries: Task[] = [
  deliverNotification,
  fetchAttachment,
  sendMail,
  sendChannelMessage,
  advanceWorkflowRuns,
  answerFinTurn,
]
