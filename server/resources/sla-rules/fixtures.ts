import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const slaRuleFixtures = {
  'an SLA rule': fixture({
    params: { sla_rule_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/sla_rules', {
        name: unique('SLA rule'),
        first_reply_time_in_seconds: 300,
        time_to_close_in_seconds: 3600,
      }),
  }),
  'a conversation with an SLA rule': fixture({
    needs: ['an SLA rule'],
    consumes: ['a conversation'],
    make: ({ send }, { 'a conversation': conversation, 'an SLA rule': rule }) =>
      send('POST', `/parley/conversations/${conversation!['id']}/sla`, { sla_rule_id: rule!['id'] }),
  }),
}
