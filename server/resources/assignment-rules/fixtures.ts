import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const assignmentRuleFixtures = {
  'an assignment rule': fixture({
    needs: ['a team'],
    params: { assignment_rule_id: byId },
    make: ({ send, unique }, { 'a team': team }) =>
      send('POST', '/parley/assignment_rules', {
        name: unique('rule'),
        conditions: { field: 'source.body', operator: '~', value: 'zzinvoice' },
        assign_to: { type: 'team', id: team!['id'] },
      }),
  }),
  'a deleted assignment rule': fixture({
    consumes: ['an assignment rule'],
    removed: 'an assignment rule',
    make: async ({ send }, { 'an assignment rule': rule }) => {
      await send('DELETE', `/parley/assignment_rules/${rule!['id']}`)
      return rule!
    },
  }),
}
