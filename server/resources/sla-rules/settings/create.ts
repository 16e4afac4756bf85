import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { insertSlaRule, listSlaRules, refuseTakenName } from '../queries.ts'
import { columnsOf, NewRule, presentRuleSettings, SlaRuleSettings } from './details.ts'

const MOST_RULES = 100

export const createRule = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/sla_rules',
  group: 'SLA rules',
  summary: 'Create an SLA rule',
  body: described(NewRule, 'The new rule, with one target at least.'),
  reply: SlaRuleSettings,
  answer: 'The new rule.',
  refusals: { 409: 'Another rule has the name.', 422: 'The workspace has as many rules as it can have.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    const columns = columnsOf(ctx, body)
    await lockWorkspace(db, workspaceId)
    await refuseTakenName(db, workspaceId, columns.name)
    if ((await listSlaRules(db, workspaceId)).length >= MOST_RULES)
      throw apiError(422, 'parameter_invalid', `A workspace can have at most ${MOST_RULES} SLA rules`)
    return presentRuleSettings(await insertSlaRule(db, workspaceId, columns, ctx.now))
  },
})
