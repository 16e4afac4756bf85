import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import { getRule } from '../queries.ts'
import { deleteRule } from './queries.ts'

export const deleteAssignmentRule = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/assignment_rules/{assignment_rule_id}',
  group: 'Assignment rules',
  summary: 'Delete an assignment rule',
  params: Type.Object({ assignment_rule_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted rule.',
  handle: async (ctx, { params }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const { id } = await getRule(ctx.db, ctx.workspaceId, params.assignment_rule_id)
    await deleteRule(ctx.db, ctx.workspaceId, id)
    return presentDeleted('assignment_rule', id)
  },
})
