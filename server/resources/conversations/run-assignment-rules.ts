import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import { Conversation } from './conversation.ts'
import { runRules } from '../assignment-rules/run.ts'
import { record } from './record.ts'
import { lockConversation } from './target.ts'

export const runAssignmentRules = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/run_assignment_rules',
  group: 'Conversations',
  summary: 'Run the assignment rules on a conversation',
  description: 'The first rule that matches assigns it. Where none does, the assignees stay, and a part tells of it.',
  params: Type.Object({ conversation_id: Type.String() }),
  reply: Conversation,
  answer: 'The conversation with its parts.',
  handle: async (ctx, { params }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const assigned = await runRules(ctx, thread.id, async () => thread)
    if (assigned) return assigned
    const bot = await getBot(ctx.db, ctx.workspaceId)
    return record(ctx, thread, {
      parts: [
        { part_type: 'default_assignment', ...byAdmin(bot), assigned_to_type: 'nobody_admin', created_at: ctx.now },
      ],
      changes: {},
      topics: [],
    })
  },
})
