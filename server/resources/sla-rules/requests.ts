import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /sla_rules': {},
  'GET /sla_rules/{}': {},
  'GET /parley/sla_rules': {},
  'POST /parley/sla_rules': {
    body: (_, { unique }) => ({
      name: unique('SLA rule'),
      first_reply_time_in_seconds: 300,
      next_reply_time_in_seconds: 600,
      time_to_close_in_seconds: 3600,
      resolution_time_in_seconds: 7200,
      speed_of_answer_in_seconds: 20,
      pause_on_snooze: false,
      in_office_hours: false,
      conditions: { field: 'source.body', operator: '~', value: unique('words') },
    }),
  },
  'PUT /parley/sla_rules/{}': {
    body: (_, { unique }) => ({
      name: unique('SLA rule'),
      first_reply_time_in_seconds: 400,
      pause_on_snooze: true,
      in_office_hours: false,
      conditions: { field: 'source.body', operator: '~', value: unique('words') },
      archived: false,
    }),
  },
  'POST /parley/conversations/{}/sla': {
    needs: ['an SLA rule'],
    body: ({ 'an SLA rule': { id } }, { adminId }) => ({ sla_rule_id: id, admin_id: adminId }),
  },
  'DELETE /parley/conversations/{}/sla': {
    path: { conversation_id: 'a conversation with an SLA rule' },
    fresh: ['a conversation with an SLA rule'],
    body: (_, { adminId }) => ({ admin_id: adminId }),
  },
  'GET /parley/sla_clocks': {
    needs: ['a conversation with an SLA rule'],
    query: ({ 'a conversation with an SLA rule': { id } }) => ({ conversation_id: id, due_before: '4102444800' }),
  },
} satisfies Record<string, Sample>
