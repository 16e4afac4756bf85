import { step } from '../../test/tour/step.ts'

export default [
  step('GET /calls', { go: (c) => c.get('/calls?per_page=5') }),
  step('GET /calls/{}', { needs: ['call'], go: (c, { call }) => c.get(`/calls/${call}`) }),
  step('GET /calls/{}/recording', { needs: ['call'], go: (c, { call }) => c.get(`/calls/${call}/recording`) }),
  step('GET /calls/{}/transcript', { needs: ['call'], go: (c, { call }) => c.get(`/calls/${call}/transcript`) }),
  step('POST /calls/search', {
    needs: ['conversation'],
    go: (c, { conversation }) => c.post('/calls/search', { conversation_ids: [conversation] }),
  }),
  step('POST /fin_voice/register', {
    gives: { registration: ({ id }) => id },
    go: (c) =>
      c.post('/fin_voice/register', {
        phone_number: '+353871234567',
        call_id: 'contact-flow-1',
        source: 'five9',
        data: { queue: 'Machines' },
      }),
  }),
  step('GET /fin_voice/collect/{}', {
    needs: ['registration'],
    go: (c, { registration }) => c.get(`/fin_voice/collect/${registration}`),
  }),
  step('GET /fin_voice/external_id/{}', { go: (c) => c.get('/fin_voice/external_id/contact-flow-1') }),
  step('GET /fin_voice/phone_number/{}', { go: (c) => c.get('/fin_voice/phone_number/+353871234567') }),
  step('GET /fin_voice/conversation/{}', {
    needs: ['conversation'],
    go: (c, { conversation }) => c.get(`/fin_voice/conversation/${conversation}`),
  }),
  step('POST /parley/calls', {
    gives: { setCall: ({ id }) => id },
    go: (c) => c.post('/parley/calls', { direction: 'outbound', phone: '+353851234567', external_id: 'pbx-1' }),
  }),
  step('POST /parley/calls/{}/answer', {
    needs: ['setCall'],
    go: (c, { setCall }) => c.post(`/parley/calls/${setCall}/answer`, {}),
  }),
  step('PUT /parley/calls/{}/recording', {
    needs: ['setCall'],
    go: (c, { setCall }) =>
      c.put(`/parley/calls/${setCall}/recording`, {
        name: 'call.mp3',
        content_type: 'audio/mpeg',
        data: 'SUQzBAAAAAAA',
      }),
  }),
  step('PUT /parley/calls/{}/transcript', {
    needs: ['setCall'],
    go: (c, { setCall }) =>
      c.put(`/parley/calls/${setCall}/transcript`, {
        text: 'Grace: Is the grinder back?\nAda: It came this morning.',
        summary: 'The grinder came back.',
      }),
  }),
  step('POST /parley/calls/{}/end', {
    needs: ['setCall'],
    go: (c, { setCall }) => c.post(`/parley/calls/${setCall}/end`, {}),
  }),
  step('DELETE /parley/calls/{}', { ends: ['setCall'], go: (c, { setCall }) => c.delete(`/parley/calls/${setCall}`) }),
]
