import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { getSlaRule, refuseTakenName, updateSlaRule } from '../queries.ts'
import { archivedAt, columnsOf, presentRuleSettings, RuleChanges, SlaRuleSettings } from './details.ts'

export const updateRule = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/sla_rules/{sla_rule_id}',
  group: 'SLA rules',
  summary: 'Update an SLA rule',
  description:
    'Missing properties stay as they are. Conversations to which the rule was applied keep it as it was then.',
  params: Type.Object({ sla_rule_id: Type.String() }),
  body: described(RuleChanges, 'The details to change.'),
  reply: SlaRuleSettings,
  answer: 'The rule with its new details.',
  refusals: { 409: 'Another rule has the name.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const row = await getSlaRule(db, workspaceId, params.sla_rule_id)
    const columns = { ...columnsOf(ctx, body, row), archived_at: archivedAt(ctx, body.archived, row.archived_at) }
    await refuseTakenName(db, workspaceId, columns.name, row.id)
    return presentRuleSettings(await updateSlaRule(db, workspaceId, row.id, columns, ctx.now))
  },
})
