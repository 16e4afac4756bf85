import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  row('GET /macros/{}', 404, 'not_found', 'Macro not found', () => ['/macros/999999999']),
  row('GET /macros', 400, 'parameter_invalid', 'Invalid updated_since timestamp', () => [
    '/macros?updated_since=yesterday',
  ]),
] satisfies ErrorRow[]
