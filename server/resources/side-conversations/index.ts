/** Side conversations: threads of teammates beside a conversation. The settings API begins them. */
import { listSideConversations } from './list.ts'
import { replyToSideConversation } from './reply.ts'
import { createSideConversation } from './settings/create.ts'

export const sideConversations = [listSideConversations, replyToSideConversation, createSideConversation]
