/** Numbers, and yes and no: the SQL of each operator. */
import { boolean, float, integer } from './number-field.ts'
import { checkFields, column } from './test-fields.ts'

const NUMBERS = '= != IN NIN > < >= <='

checkFields({
  'a whole number': {
    field: integer(column),
    kind: 'number',
    operators: NUMBERS,
    missing: 't.c is null',
    sort: ['t.c', 'number', true],
    among: [
      [['5'], 't.c = $1::bigint', 5],
      [[0], 't.c = $1::bigint', 0],
      [[5, 6], 't.c = any($1::bigint[])', [5, 6]],
    ],
    compare: [
      ['>', 5, 't.c > $1::bigint', 5],
      ['<', '5', 't.c < $1::bigint', 5],
      ['>=', 5, 't.c >= $1::bigint', 5],
      ['<=', 5, 't.c <= $1::bigint', 5],
    ],
    refused: [1.5, 'x'],
  },
  'a whole number of which 0 is none': {
    field: integer(column, { zeroIsMissing: true, orEqual: true }),
    kind: 'numberOrEqual',
    operators: NUMBERS,
    missing: 't.c is null',
    sort: ['t.c', 'number', true],
    among: [
      [[0], '(t.c = $1::bigint or t.c is null)', 0],
      [[5, 0], '(t.c = any($1::bigint[]) or t.c is null)', [5, 0]],
      [[5], 't.c = $1::bigint', 5],
    ],
    compare: [
      ['>', 5, 't.c >= $1::bigint', 5],
      ['<', 5, 't.c <= $1::bigint', 5],
      ['>=', 5, 't.c >= $1::bigint', 5],
      ['<=', 5, 't.c <= $1::bigint', 5],
    ],
  },
  'a number': {
    field: float(column),
    kind: 'number',
    operators: NUMBERS,
    missing: 't.c is null',
    sort: ['t.c', 'number', true],
    among: [[['1.5'], 't.c = $1::numeric', 1.5]],
    compare: [
      ['>', 1.5, 't.c > $1::numeric', 1.5],
      ['<', 1.5, 't.c < $1::numeric', 1.5],
    ],
    refused: ['x'],
  },
  'yes or no': {
    field: boolean(column),
    kind: 'switch',
    operators: '= != IN NIN',
    missing: 't.c is null',
    sort: ['t.c::int', 'number', true],
    among: [
      [[true], 't.c = $1', true],
      [['false'], 't.c = $1', false],
      [[true, 'true'], 't.c = $1', true],
      [[true, false], 't.c = t.c'],
      [[true, true, false], 't.c = t.c'],
      [[], 'false'],
    ],
    refused: [1, 'x', null],
  },
})
