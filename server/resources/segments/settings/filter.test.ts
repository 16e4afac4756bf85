/** Filters are refused like searches, with the same messages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const client = (await testApp()).client()
const named = (value: string) => ({ field: 'name', operator: '=', value })
const make = (segment: object) => client.post('/parley/segments', { name: 'Some', ...segment })
const and = (...value: unknown[]) => ({ operator: 'AND', value })

const NO_QUERY =
  "Invalid query. Ensure 'field', 'operator', 'value' are present for field queries. " +
  "Ensure 'operator' and 'value' for composite queries."

for (const [what, person_type, filter, code, message] of [
  ['no query', 'user', 'everybody', 'invalid_query', NO_QUERY],
  ['null', 'user', null, 'invalid_query', NO_QUERY],
  [
    'a field that is none',
    'user',
    { field: 'shoe', operator: '=', value: 1 },
    'invalid_field',
    'shoe is not a valid field',
  ],
  [
    'a field of companies for people',
    'user',
    { field: 'monthly_spend', operator: '>', value: 1 },
    'invalid_field',
    'monthly_spend is not a valid field',
  ],
  [
    'a field of people for companies',
    'company',
    { field: 'email', operator: '=', value: 'x' },
    'invalid_field',
    'email is not a valid search field',
  ],
  [
    'an attribute that is none',
    'user',
    { field: 'custom_attributes.gone', operator: '=', value: 1 },
    'invalid_field',
    'custom_attributes.gone is not a valid field',
  ],
  [
    'an operator that the field does not take',
    'user',
    { field: 'has_hard_bounced', operator: '~', value: 'tr' },
    'invalid_operator',
    'has_hard_bounced does not support operator: ~',
  ],
  [
    'a group of no kind',
    'user',
    { operator: 'XOR', value: [named('a')] },
    'invalid_operator',
    'Composite operators must be of type AND or OR ',
  ],
  [
    'a word for a date',
    'user',
    { field: 'created_at', operator: '>', value: 'yesterday' },
    'invalid_value',
    'yesterday is not a valid date',
  ],
  [
    'a word for days',
    'user',
    { field: 'created_at', operator: '>', value: { days_ago: 'two' } },
    'invalid_value',
    '{"days_ago":"two"} is not a valid date',
  ],
  [
    'days where there is no date',
    'user',
    { field: 'name', operator: '=', value: { days_ago: 2 } },
    'invalid_value',
    '{"days_ago":2} is not a valid string',
  ],
  ['too deep', 'user', and(and(and(named('a')))), 'invalid_values', 'Value depth exceeds 10 items'],
  [
    'a segment that is none',
    'user',
    { field: 'segment_id', operator: '=', value: 'f'.repeat(24) },
    'invalid_value',
    `${'f'.repeat(24)} is not a valid segment`,
  ],
  [
    'one that is too long',
    'user',
    named('x'.repeat(70_000)),
    'parameter_invalid',
    'filter must not be longer than 65536 characters',
  ],
] as const)
  test(`a filter that is ${what} is refused, made, changed and tried`, async () => {
    const { id } = (await make({ person_type, filter: { field: 'created_at', operator: '>', value: 1 } })).body
    for (const reply of [
      await make({ person_type, filter }),
      await client.put(`/parley/segments/${id}`, { filter }),
      await client.post('/parley/segments/preview', { person_type, filter }),
    ]) {
      assert.equal(reply.status, 400)
      assert.partialDeepStrictEqual(reply.body.errors[0], { code, message })
    }
  })
