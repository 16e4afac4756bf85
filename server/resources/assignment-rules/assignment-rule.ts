/** The assignment rule as the settings show it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { AssignmentRulesRow } from '../../db/types/assignment_rules.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../schema/types.ts'

export const Conditions = Type.Unknown({
  description:
    'A query as searches of conversations take it, with dates such as `{"days_ago": 30}`; null matches every conversation.',
})

export const AssignmentRule = model('assignment_rule', {
  type: Type.Literal('assignment_rule'),
  id: IdOf('rule'),
  name: Type.String({ description: 'The name.' }),
  position: Type.Integer({ description: 'The place among all rules, from 1: the first that matches decides.' }),
  conditions: Conditions,
  assign_to: described(
    Type.Object({
      type: described(Type.Enum(['admin', 'team']), 'The kind of assignee.'),
      id: Type.String({ description: 'The id of the admin or the team.' }),
    }),
    'The admin or the team that gets the conversations.',
  ),
  active: Type.Boolean({ description: 'True if the rule is run.' }),
  created_at: CreatedAt('rule'),
  updated_at: UpdatedAt('rule'),
})

export const presentAssignmentRule = (row: AssignmentRulesRow): Static<typeof AssignmentRule> => ({
  type: 'assignment_rule',
  id: String(row.id),
  name: row.name,
  position: row.position,
  conditions: row.conditions,
  assign_to:
    row.team_id === null ? { type: 'admin', id: String(row.admin_id) } : { type: 'team', id: String(row.team_id) },
  active: row.active,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})
