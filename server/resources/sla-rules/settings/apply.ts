import Type from 'typebox'
import { parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput } from '../../../schema/types.ts'
import { getActor } from '../../../threads/actors.ts'
import { applySla } from '../../../threads/sla/apply.ts'
import { Conversation } from '../../conversations/conversation.ts'
import { readConversation } from '../../conversations/read.ts'
import { lockConversation } from '../../conversations/target.ts'
import { asApplied } from '../apply-rules.ts'
import { getSlaRule } from '../queries.ts'

export const applyRule = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/conversations/{conversation_id}/sla',
  group: 'SLA rules',
  summary: 'Apply an SLA rule to a conversation or a ticket',
  description: 'The clocks of its targets start. A rule that it has ends; its misses still count.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      sla_rule_id: described(IdInput, 'The id of a rule that is not archived.'),
      admin_id: described(Type.Optional(IdInput), 'The admin who applies it; the one of the token by default.'),
    }),
    'The rule, and who applies it.',
  ),
  reply: Conversation,
  answer: 'The conversation with its rule.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const thread = await lockConversation(ctx, params.conversation_id)
    const actor = await getActor(db, workspaceId, body.admin_id ?? ctx.actor.adminId)
    const rule = await getSlaRule(db, workspaceId, body.sla_rule_id)
    if (rule.archived_at) throw parameterInvalid('The SLA rule is archived', 'sla_rule_id')
    await applySla(ctx, thread, asApplied(rule), actor)
    return readConversation(ctx, thread.id)
  },
})
