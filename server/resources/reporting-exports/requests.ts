import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /export/reporting_data/get_datasets': {},
  'POST /export/reporting_data/enqueue': {
    body: (_, { now }) => ({
      dataset_id: 'conversation',
      attribute_ids: ['conversation_id', 'people.user_email'],
      start_time: 1,
      end_time: now(),
    }),
  },
  'GET /export/reporting_data/{}': { path: { job_identifier: 'a reporting export' } },
  'GET /download/reporting_data/{}': { path: { job_identifier: 'a reporting export' } },
} satisfies Record<string, Sample>
