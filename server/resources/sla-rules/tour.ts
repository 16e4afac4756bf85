import { step } from '../../test/tour/step.ts'

export default [
  step('POST /parley/sla_rules', {
    gives: { slaRule: ({ id }) => id },
    go: (c) =>
      c.post('/parley/sla_rules', {
        name: 'Priority customers',
        first_reply_time_in_seconds: 300,
        next_reply_time_in_seconds: 600,
        time_to_close_in_seconds: 86_400,
      }),
  }),
  step('GET /parley/sla_rules', { needs: ['slaRule'], go: (c) => c.get('/parley/sla_rules') }),
  step('PUT /parley/sla_rules/{}', {
    needs: ['slaRule'],
    go: (c, { slaRule }) => c.put(`/parley/sla_rules/${slaRule}`, { pause_on_snooze: false }),
  }),
  step('POST /parley/conversations/{}/sla', {
    needs: ['second', 'slaRule'],
    gives: { promised: ({ id }) => id },
    go: (c, { second, slaRule }) => c.post(`/parley/conversations/${second}/sla`, { sla_rule_id: slaRule }),
  }),
  step('GET /parley/sla_clocks', { needs: ['promised'], go: (c) => c.get('/parley/sla_clocks') }),
  step('DELETE /parley/conversations/{}/sla', {
    ends: ['promised'],
    go: (c, { promised }) => c.delete(`/parley/conversations/${promised}/sla`, {}),
  }),
  step('GET /sla_rules', { needs: ['slaRule'], go: (c) => c.get('/sla_rules') }),
  step('GET /sla_rules/{}', { needs: ['slaRule'], go: (c, { slaRule }) => c.get(`/sla_rules/${slaRule}`) }),
]
