import { step } from '../../test/tour/step.ts'

export default [
  step('GET /sla_rules', { go: (c) => c.get('/sla_rules') }),
  step('GET /sla_rules/{}', { needs: ['rule'], go: (c, { rule }) => c.get(`/sla_rules/${rule}`) }),
  step('POST /parley/sla_rules', {
    gives: { setRule: ({ id }) => id },
    go: (c) =>
      c.post('/parley/sla_rules', {
        name: 'Priority customers',
        first_reply_time_in_seconds: 300,
        next_reply_time_in_seconds: 600,
        time_to_close_in_seconds: 86_400,
      }),
  }),
  step('GET /parley/sla_rules', { needs: ['setRule'], go: (c) => c.get('/parley/sla_rules') }),
  step('PUT /parley/sla_rules/{}', {
    needs: ['setRule'],
    go: (c, { setRule }) => c.put(`/parley/sla_rules/${setRule}`, { pause_on_snooze: false }),
  }),
  step('POST /parley/conversations/{}/sla', {
    needs: ['promise', 'setRule'],
    gives: { promised: ({ id }) => id },
    go: (c, { promise, setRule }) => c.post(`/parley/conversations/${promise}/sla`, { sla_rule_id: setRule }),
  }),
  step('GET /parley/sla_clocks', { needs: ['promised'], go: (c) => c.get('/parley/sla_clocks') }),
  step('DELETE /parley/conversations/{}/sla', {
    ends: ['promised'],
    go: (c, { promised }) => c.delete(`/parley/conversations/${promised}/sla`, {}),
  }),
]
