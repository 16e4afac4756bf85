import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getSlaRule } from './queries.ts'
import { presentSlaRule, SlaRule } from './sla-rule.ts'

export const getRule = operation({
  method: 'GET',
  path: '/sla_rules/{sla_rule_id}',
  group: 'SLA Rules',
  scopes: ['read_conversations'],
  summary: 'Retrieve an SLA rule',
  description: 'An archived rule is answered as well.',
  inferred: 'the code of the 404',
  params: Type.Object({ sla_rule_id: Type.String() }),
  reply: SlaRule,
  answer: 'The rule.',
  handle: async ({ db, workspaceId }, { params }) =>
    presentSlaRule(await getSlaRule(db, workspaceId, params.sla_rule_id)),
})
