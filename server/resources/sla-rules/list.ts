import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { listSlaRules } from './queries.ts'
import { presentSlaRule, SlaRule } from './sla-rule.ts'

export const listRules = operation({
  method: 'GET',
  path: '/sla_rules',
  group: 'SLA Rules',
  scopes: ['read_conversations'],
  summary: 'List all SLA rules',
  description: 'In the order in which they were made, archived ones among them.',
  reply: Type.Object({
    type: Type.Literal('sla_rule.list'),
    data: described(Type.Array(SlaRule), 'All rules.'),
  }),
  answer: 'All rules.',
  handle: async ({ db, workspaceId }) => ({
    type: 'sla_rule.list' as const,
    data: (await listSlaRules(db, workspaceId)).map(presentSlaRule),
  }),
})
