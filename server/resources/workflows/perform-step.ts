/** Steps that change the conversation: each is an operation, done by the bot. */
import type { Ctx } from '../../context.ts'
import { perform } from '../../http/perform.ts'
import { unix } from '../../clock.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { manageConversation } from '../conversations/manage.ts'
import { replyToConversation } from '../conversations/reply.ts'
import { tagConversation } from '../tags/tag-conversation.ts'
import { untagConversation } from '../tags/untag-conversation.ts'
import { isBlank } from './bodies.ts'
import type { WorkflowStep } from './steps.ts'

type Effect = Exclude<WorkflowStep, { type: 'ask' | 'wait' | 'run_connector' }>

/**
 * @returns false where the conversation is so already, or nothing is to be said: nothing happens to it
 * @throws the operation's refusal
 */
export async function performStep(ctx: Ctx, thread: ThreadRow, step: Effect): Promise<boolean> {
  if (isDone(thread, step)) return false
  const params = { conversation_id: String(thread.id) }
  const admin_id = ctx.actor.adminId
  const manage = (body: object) => perform(manageConversation, ctx, { params, body: { ...body, admin_id } })
  switch (step.type) {
    case 'assign':
      await manage({ message_type: 'assignment', type: step.assignee_type, assignee_id: step.assignee_id })
      break
    case 'snooze':
      await manage({ message_type: 'snoozed', snoozed_until: unix(ctx.now) + step.seconds })
      break
    case 'close':
      await manage({ message_type: 'close' })
      break
    case 'reply':
      await perform(replyToConversation, ctx, {
        params,
        // Nobody has looked at a snoozed conversation yet.
        body: { type: 'admin', message_type: 'comment', body: step.body, admin_id, skip_unsnooze: true },
      })
      break
    case 'tag':
      await perform(tagConversation, ctx, { params, body: { id: step.tag_id, admin_id } })
      break
    case 'untag':
      await perform(untagConversation, ctx, {
        params: { ...params, tag_id: String(step.tag_id) },
        body: { admin_id },
      })
  }
  return true
}

function isDone(thread: ThreadRow, step: Effect): boolean {
  if (step.type === 'close') return thread.state === 'closed'
  if (step.type === 'reply') return isBlank(step.body)
  if (step.type === 'tag') return thread.tag_ids.includes(Number(step.tag_id))
  if (step.type === 'untag') return !thread.tag_ids.includes(Number(step.tag_id))
  if (step.type !== 'assign') return false
  const current = step.assignee_type === 'admin' ? thread.admin_assignee_id : thread.team_assignee_id
  return (current ?? 0) === Number(step.assignee_id)
}
