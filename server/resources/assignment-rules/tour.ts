import { step } from '../../test/tour/step.ts'

export default [
  step('GET /parley/assignment_rules', { go: (c) => c.get('/parley/assignment_rules') }),
  step('POST /parley/assignment_rules', {
    needs: ['setTeam'],
    gives: { assignmentRule: ({ id }) => id },
    go: (c, { setTeam }) =>
      c.post('/parley/assignment_rules', {
        name: 'Invoices',
        conditions: { field: 'source.body', operator: '~', value: 'invoice' },
        assign_to: { type: 'team', id: setTeam },
      }),
  }),
  step('GET /parley/assignment_rules/{}', {
    needs: ['assignmentRule'],
    go: (c, { assignmentRule }) => c.get(`/parley/assignment_rules/${assignmentRule}`),
  }),
  step('PUT /parley/assignment_rules/{}', {
    needs: ['assignmentRule'],
    go: (c, { assignmentRule }) => c.put(`/parley/assignment_rules/${assignmentRule}`, { active: false, position: 1 }),
  }),
  step('DELETE /parley/assignment_rules/{}', {
    ends: ['assignmentRule'],
    go: (c, { assignmentRule }) => c.delete(`/parley/assignment_rules/${assignmentRule}`),
  }),
]
