/** Webhooks as settings. The folder above delivers to them. */
import { createWebhook } from './create.ts'
import { deleteWebhook } from './delete.ts'
import { getWebhook } from './get.ts'
import { listWebhookAttempts } from './list-attempts.ts'
import { listWebhooks } from './list.ts'
import { pingWebhook } from './ping.ts'
import { rotateWebhookSecret } from './rotate-secret.ts'
import { updateWebhook } from './update.ts'

export const webhooks = [
  listWebhooks,
  getWebhook,
  createWebhook,
  updateWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  pingWebhook,
  listWebhookAttempts,
]
