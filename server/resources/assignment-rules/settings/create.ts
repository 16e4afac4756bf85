import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { AssignmentRule, presentAssignmentRule } from '../assignment-rule.ts'
import { getRule, listRules } from '../queries.ts'
import { columnsOf, NewAssignmentRule } from './details.ts'
import { insertRule, moveRule } from './queries.ts'

const MOST_RULES = 100

export const createAssignmentRule = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/assignment_rules',
  group: 'Assignment rules',
  summary: 'Create an assignment rule',
  description:
    'It comes last unless `position` is given. Rules run on each conversation that a contact begins: the first that ' +
    'matches assigns it.',
  body: described(NewAssignmentRule, 'The new rule.'),
  reply: AssignmentRule,
  answer: 'The new rule.',
  refusals: { 404: 'The assignee does not exist.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const columns = await columnsOf(ctx, body)
    const { length } = await listRules(db, workspaceId)
    if (length >= MOST_RULES) throw parameterInvalid(`A workspace cannot have more than ${MOST_RULES} assignment rules`)
    const id = await insertRule(db, workspaceId, columns, length + 1, ctx.now)
    if (body.position !== undefined) await moveRule(db, workspaceId, id, body.position)
    return presentAssignmentRule(await getRule(db, workspaceId, id))
  },
})
