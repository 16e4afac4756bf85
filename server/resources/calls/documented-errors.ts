import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

const LIMIT = 'A list of up to 20 conversation IDs is required'

export default [
  row('GET /calls/{}', 404, 'not_found', 'Not Found', () => ['/calls/0']),
  row('GET /calls/{}/transcript', 404, 'not_found', 'Not Found', () => ['/calls/0/transcript']),
  row('GET /calls/{}/recording', 404, 'not_found', 'Recording Not Found', () => ['/calls/0/recording']),
  row('POST /calls/search', 400, 'conversation_id_limit_exceeded', LIMIT, () => [
    '/calls/search',
    { conversation_ids: Array.from({ length: 21 }, (_, at) => String(at)) },
  ]),
] satisfies ErrorRow[]
