/** The conversation that a message of an admin begins. Nobody has answered in it, so its statistics are empty. */
import type { Ctx } from '../../context.ts'
import type { MessagesRow } from '../../db/types/messages.ts'
import { isBot, type Actor } from '../../threads/actors.ts'
import { presentDelivered } from '../conversations/delivered-conversation.ts'
import { insertConversationByAdmin } from '../conversations/insert-queries.ts'
import { readConversation, withParts } from '../conversations/read.ts'
import { applyMatchingRule } from '../sla-rules/apply-rules.ts'
import type { Addressee } from './recipients.ts'

/** Hidden recipients take no part in it. @returns its id */
export async function beginByAdmin(
  ctx: Ctx,
  message: MessagesRow,
  addressees: Addressee[],
  admin: Actor,
): Promise<number> {
  const shown = addressees.filter(({ kind }) => kind !== 'bcc').map(({ contact }) => contact)
  const id = await insertConversationByAdmin(ctx.db, ctx.workspaceId, {
    contacts: shown,
    admin: { id: admin.id, type: isBot(admin) ? 'bot' : 'admin' },
    source: {
      id: message.id,
      type: message.message_type === 'inapp' ? 'conversation' : message.message_type,
      subject: message.subject ?? '',
      body: message.body,
    },
    at: message.created_at,
    now: ctx.now,
  })
  ctx.count('conversations', 1)
  await applyMatchingRule(ctx, id)
  const whole = await readConversation(ctx, id)
  ctx.emit('conversation.admin.single.created', presentDelivered(withParts(whole, [])))
  return id
}
