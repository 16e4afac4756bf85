import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { AssignmentRule, presentAssignmentRule } from '../assignment-rule.ts'
import { getRule } from '../queries.ts'

export const getAssignmentRule = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/assignment_rules/{assignment_rule_id}',
  group: 'Assignment rules',
  summary: 'Retrieve an assignment rule',
  params: Type.Object({ assignment_rule_id: Type.String() }),
  reply: AssignmentRule,
  answer: 'The rule.',
  handle: async (ctx, { params }) =>
    presentAssignmentRule(await getRule(ctx.db, ctx.workspaceId, params.assignment_rule_id)),
})
