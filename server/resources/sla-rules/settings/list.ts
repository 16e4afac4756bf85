import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { listSlaRules } from '../queries.ts'
import { presentRuleSettings, SlaRuleSettings } from './details.ts'

export const listRuleSettings = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/sla_rules',
  group: 'SLA rules',
  summary: 'List all SLA rules with their conditions',
  description: 'In the order in which they are tried; archived ones among them.',
  reply: list(SlaRuleSettings),
  answer: 'All rules.',
  handle: async ({ db, workspaceId }) => ({
    type: 'list' as const,
    data: (await listSlaRules(db, workspaceId)).map(presentRuleSettings),
  }),
})
