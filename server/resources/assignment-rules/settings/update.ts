import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { AssignmentRule, presentAssignmentRule } from '../assignment-rule.ts'
import { getRule } from '../queries.ts'
import { AssignmentRuleDetails, columnsOf } from './details.ts'
import { moveRule, updateRule } from './queries.ts'

export const updateAssignmentRule = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/assignment_rules/{assignment_rule_id}',
  group: 'Assignment rules',
  summary: 'Update an assignment rule',
  description: 'Missing properties stay as they are. Conversations that it assigned keep their assignees.',
  params: Type.Object({ assignment_rule_id: Type.String() }),
  body: described(AssignmentRuleDetails, 'The details to change.'),
  reply: AssignmentRule,
  answer: 'The rule with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id } = await getRule(db, workspaceId, params.assignment_rule_id)
    await updateRule(db, workspaceId, id, { ...(await columnsOf(ctx, body)), updated_at: ctx.now })
    if (body.position !== undefined) await moveRule(db, workspaceId, id, body.position)
    return presentAssignmentRule(await getRule(db, workspaceId, id))
  },
})
