import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

const ENQUEUE = '/export/reporting_data/enqueue'
const valid = { dataset_id: 'conversation', attribute_ids: ['conversation_id'], start_time: 1, end_time: 2 }
const refused = (message: string, body: object) =>
  row('POST /export/reporting_data/enqueue', 400, 'bad_request', message, () => [ENQUEUE, body])
const NOWHERE = 'Export job not found for identifier: job1'

export default [
  refused("'dataset_id' is a required parameter", { ...valid, dataset_id: undefined }),
  refused('imaginary is not a valid dataset_id', { ...valid, dataset_id: 'imaginary' }),
  refused("'attribute_ids' is a required parameter", { ...valid, attribute_ids: undefined }),
  refused('attribute_ids must contain at least one attribute_id', { ...valid, attribute_ids: [] }),
  refused("'attribute_ids' not an array must be of type Array", { ...valid, attribute_ids: 'not an array' }),
  refused('attribute_ids invalid for conversation dataset: non_existent', {
    ...valid,
    attribute_ids: ['non_existent'],
  }),
  row(
    'POST /export/reporting_data/enqueue',
    429,
    'rate_limit_exceeded',
    'Exceeded rate limit of 5 pending reporting dataset export jobs',
    async (_, client) => {
      for (let job = 0; job < 5; job++) await client.post(ENQUEUE, valid)
      return [ENQUEUE, valid]
    },
    { limited: true },
  ),
  row('GET /export/reporting_data/{}', 404, 'not_found', NOWHERE, () => ['/export/reporting_data/job1']),
  row('GET /download/reporting_data/{}', 404, 'not_found', NOWHERE, () => ['/download/reporting_data/job1']),
] satisfies ErrorRow[]
