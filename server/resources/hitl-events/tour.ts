import { step } from '../../test/tour/step.ts'

export default [
  step('GET /conversations/{}/hitl_events', {
    needs: ['handled'],
    go: (c, { handled }) => c.get(`/conversations/${handled}/hitl_events`),
  }),
  step('POST /parley/conversations/{}/hitl_events', {
    needs: ['handled'],
    go: (c, { handled }) =>
      c.post(`/parley/conversations/${handled}/hitl_events`, {
        events: [
          { event_type: 'fin_consultation_started', happened_at: 1_700_000_000, data: { channel: 'messenger' } },
          { event_type: 'fin_draft_proposed', happened_at: 1_700_000_010, data: { draft: 'On Tuesday' } },
          { event_type: 'fin_consultation_finished', happened_at: 1_700_000_060, data: { outcome: 'approved' } },
        ],
      }),
  }),
]
