import { step } from '../../test/tour/step.ts'

export default [
  step('POST /fin/procedures/{}/run', {
    needs: ['finProcedure'],
    go: (c, { finProcedure }) =>
      c.post(`/fin/procedures/${finProcedure}/run`, {
        conversation_id: 'ext-run',
        user: { id: 'charles', name: 'Charles' },
        message: { author: 'agent', body: 'Let us look at your engine.', timestamp: '2026-01-15T12:00:00Z' },
        conversation_metadata: { attributes: { unknown: 'x' } },
        settings: { email: false },
        environment: 'live',
      }),
  }),
  step('POST /procedures/{}/proactive_trigger', {
    needs: ['finProcedure', 'finUser'],
    go: (c, { finProcedure, finUser }) =>
      c.post(`/procedures/${finProcedure}/proactive_trigger`, {
        user: { id: finUser },
        locale: 'en',
        context: { engine: 2 },
      }),
  }),
  step('POST /procedures/{}/collect_agent_input', {
    needs: ['finWaiting'],
    go: (c, { finWaiting }) =>
      c.post(`/procedures/${finWaiting}/collect_agent_input`, {
        step_id: 'd5b81f72-adb9-4317-b973-75b3c3624c09',
        attribute_values: [{ identifier: 'workflow_local_variables.verdict', value: true }],
      }),
  }),
  step('POST /parley/procedures', {
    gives: { setProcedure: ({ id }) => id },
    go: (c) =>
      c.post('/parley/procedures', {
        title: 'Refund',
        steps: [
          { type: 'ask', body: 'Which order?', save_as: 'order' },
          {
            type: 'collect_input',
            body: 'May {{variables.order}} be paid back?',
            attributes: [{ name: 'allowed', data_type: 'boolean' }],
          },
          { type: 'answer', body: 'Done.' },
        ],
      }),
  }),
  step('GET /parley/procedures', { needs: ['setProcedure'], go: (c) => c.get('/parley/procedures') }),
  step('GET /parley/procedures/{}', {
    needs: ['setProcedure'],
    go: (c, { setProcedure }) => c.get(`/parley/procedures/${setProcedure}`),
  }),
  step('PUT /parley/procedures/{}', {
    needs: ['setProcedure'],
    go: (c, { setProcedure }) => c.put(`/parley/procedures/${setProcedure}`, { state: 'live' }),
  }),
  step('GET /parley/procedures/{}/runs', {
    needs: ['setProcedure'],
    go: (c, { setProcedure }) => c.get(`/parley/procedures/${setProcedure}/runs`),
  }),
  step('DELETE /parley/procedures/{}', {
    ends: ['setProcedure'],
    go: (c, { setProcedure }) => c.delete(`/parley/procedures/${setProcedure}`),
  }),
]
