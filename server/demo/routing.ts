/** The assignment rule of the company, made once the conversations are there: it decides about new ones. */
import { createAssignmentRule } from '../resources/assignment-rules/settings/create.ts'
import type { Act } from './act.ts'
import type { Staff } from './staff.ts'

export async function makeRules(act: Act, { admins, teams }: Staff, now: Date): Promise<void> {
  const body = {
    name: 'Machines go to support',
    conditions: {
      operator: 'OR',
      value: ['machine', 'grinder', 'rattl'].map((value) => ({ field: 'source.body', operator: '~', value })),
    },
    assign_to: { type: 'team', id: String(teams.support) },
  }
  await act(createAssignmentRule, now, { body }, admins.maya)
}
