import { step } from '../../test/tour/step.ts'

export default [
  step('GET /export/reporting_data/get_datasets', { go: (c) => c.get('/export/reporting_data/get_datasets') }),
  step('POST /export/reporting_data/enqueue', {
    gives: { reportJob: ({ job_identifier }) => job_identifier },
    go: (c) =>
      c.post('/export/reporting_data/enqueue', {
        dataset_id: 'conversation',
        attribute_ids: ['conversation_id', 'conversation_first_response_time'],
        start_time: 1_700_000_000,
        end_time: 1_800_000_000,
      }),
  }),
  step('GET /export/reporting_data/{}', {
    needs: ['reportJob'],
    go: (c, { reportJob }) => c.get(`/export/reporting_data/${reportJob}`),
  }),
  step('GET /download/reporting_data/{}', {
    needs: ['report'],
    go: (c, { report }) => c.get(`/download/reporting_data/${report}`),
  }),
]
