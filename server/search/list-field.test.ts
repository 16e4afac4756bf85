/** Lists of ids: the SQL of each operator. */
import { idList } from './list-field.ts'
import { checkFields, column, STRINGS } from './test-fields.ts'

checkFields({
  'a list of texts': {
    field: idList(column, { type: 'text' }),
    kind: 'ids',
    operators: STRINGS,
    missing: "t.c = '{}'",
    among: [[['a', '1'], 't.c && $1::text[]', ['a', '1']]],
    compare: [['^', '1_', 'exists (select from unnest(t.c) item where item::text ilike $1)', '1\\_%']],
    refused: [5],
  },
  'a list of numbers': {
    field: idList(column, { type: 'bigint', operators: ['=', '!='] }),
    kind: 'ids',
    operators: '= !=',
    missing: "t.c = '{}'",
    among: [[['12', 'x'], 't.c && $1::bigint[]', [12]]],
    refused: [5],
  },
})
