import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { AssignmentRule, presentAssignmentRule } from '../assignment-rule.ts'
import { listRules } from '../queries.ts'

export const listAssignmentRules = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/assignment_rules',
  group: 'Assignment rules',
  summary: 'List all assignment rules',
  description: 'In the order in which they are run.',
  reply: list(AssignmentRule),
  answer: 'All rules.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await listRules(ctx.db, ctx.workspaceId)).map(presentAssignmentRule),
  }),
})
