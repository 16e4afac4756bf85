/** Messages: the words with which an admin reaches contacts, or a contact begins a conversation. */
import { createMessage } from './create.ts'
import { getWhatsappStatus } from './get-whatsapp-status.ts'
import { listMessageStatuses } from './list-status.ts'
import { broadcastSettings } from './settings/index.ts'

export const messages = [createMessage, listMessageStatuses, getWhatsappStatus, ...broadcastSettings]
