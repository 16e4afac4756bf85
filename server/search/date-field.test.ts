/** Times to the second and by days: the SQL of each operator. */
import { timestamp, type DateRule } from './date-field.ts'
import { checkFields, column, ZONE } from './test-fields.ts'

const exactly: DateRule = { operators: ['=', '>'] }
const second = (at: number) => `(t.c >= to_timestamp($${at}::float8) and t.c < to_timestamp($${at + 1}::float8))`
const midnight = (at: number) => `date_trunc('day', to_timestamp($${at}::float8) at time zone $${at + 1}::text)`

checkFields({
  'a time to the second': {
    field: timestamp(column, () => exactly),
    kind: 'time',
    operators: '= >',
    missing: 't.c is null',
    sort: ['t.c', 'date', true],
    among: [
      [[100], second(1), 100, 101],
      [['100.9', 200], `(${second(1)} or ${second(3)})`, 100, 101, 200, 201],
    ],
    compare: [
      ['>', 100, 't.c >= to_timestamp($1::float8)', 101],
      ['<', 100, 't.c < to_timestamp($1::float8)', 100],
      ['>=', 100, 't.c >= to_timestamp($1::float8)', 100],
      ['<=', 100, 't.c < to_timestamp($1::float8)', 101],
    ],
    refused: ['x', null],
  },
  'a time that includes the one asked': {
    field: timestamp(column, () => ({ ...exactly, orEqual: true }), { nullable: false }),
    kind: 'timeOrEqual',
    operators: '= >',
    missing: 't.c is null',
    sort: ['t.c', 'date', false],
    among: [],
    compare: [
      ['>', 100, 't.c >= to_timestamp($1::float8)', 100],
      ['<', 100, 't.c < to_timestamp($1::float8)', 101],
      ['>=', 100, 't.c >= to_timestamp($1::float8)', 100],
      ['<=', 100, 't.c < to_timestamp($1::float8)', 101],
    ],
  },
  'a time by whole days': {
    field: timestamp(column, ({ timeZone }) => ({ ...exactly, dayIn: timeZone })),
    kind: 'day',
    operators: '= >',
    missing: 't.c is null',
    sort: ['t.c', 'date', true],
    among: [
      [
        [100],
        `(t.c >= ${midnight(1)} at time zone $3::text and t.c < (${midnight(4)} + interval '1 day') at time zone $6::text)`,
        100,
        ZONE,
        ZONE,
        100,
        ZONE,
        ZONE,
      ],
    ],
    compare: [
      ['>', 100, `t.c >= (${midnight(1)} + interval '1 day') at time zone $3::text`, 100, ZONE, ZONE],
      ['<', 100, `t.c < ${midnight(1)} at time zone $3::text`, 100, ZONE, ZONE],
    ],
  },
  'a time by whole days of UTC': {
    field: timestamp(column, () => ({ ...exactly, dayIn: 'UTC' })),
    kind: 'dayInUtc',
    operators: '= >',
    missing: 't.c is null',
    sort: ['t.c', 'date', true],
    among: [],
    compare: [['<', 100, `t.c < ${midnight(1)} at time zone $3::text`, 100, 'UTC', 'UTC']],
  },
  'a time in seconds': {
    field: timestamp(column, () => exactly, { isSeconds: true }),
    kind: 'time',
    operators: '= >',
    missing: 't.c is null',
    among: [
      [
        [100],
        '(t.c >= extract(epoch from to_timestamp($1::float8)) and t.c < extract(epoch from to_timestamp($2::float8)))',
        100,
        101,
      ],
    ],
    compare: [['>', 100, 't.c >= extract(epoch from to_timestamp($1::float8))', 101]],
  },
})
