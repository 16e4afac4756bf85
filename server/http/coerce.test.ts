import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { IdInput, Nullable, Text, TimeInput } from '../schema/types.ts'
import { coercer } from './coerce.ts'
import { atFileEnd } from '../test/endings.ts'

// A time without a zone is UTC wherever the server stands.
const { TZ } = process.env
process.env['TZ'] = 'America/New_York'
atFileEnd(() => (TZ === undefined ? delete process.env['TZ'] : (process.env['TZ'] = TZ)))

const read = (schema: object, value: unknown) => {
  const body = { value }
  const changed = coercer(JSON.parse(JSON.stringify(Type.Object({ value: schema as never }))))(body)
  return { value: body.value, changed }
}

for (const [schema, given, meant] of [
  [TimeInput, '1700000000', 1_700_000_000],
  [TimeInput, 1_700_000_000.9, 1_700_000_000],
  [TimeInput, '1700000000.9', 1_700_000_000],
  [TimeInput, '2023-11-14T22:13:20Z', 1_700_000_000],
  [TimeInput, '2023-11-14T23:13:20.500+01:00', 1_700_000_000],
  [TimeInput, '2023-11-14T22:13:20', 1_700_000_000],
  [TimeInput, '2023-11-14 22:13:20', 1_700_000_000],
  [TimeInput, '2023-11-14', 1_699_920_000],
  [TimeInput, '2023-11-14T22:13Z', 1_699_999_980],
  [TimeInput, '2023-11-14T23:13:20+0100', 1_700_000_000],
  [TimeInput, '-86400', -86_400],
  [Nullable(TimeInput), '1700000000', 1_700_000_000],
  [Type.Integer(), '20', 20],
  [Type.Number(), '155.98', 155.98],
  [Type.Boolean(), 1, true],
  [Type.Boolean(), '1', true],
  [Type.Boolean(), 0, false],
  [Type.Boolean(), '0', false],
  [Type.Boolean(), 'true', true],
  [Type.Boolean(), 'false', false],
  [Type.Array(Type.Integer()), ['1', 2], [1, 2]],
  [Type.Object({ inner: Nullable(Type.Boolean()) }), { inner: 'true' }, { inner: true }],
  [Type.Union([Type.Object({ name: Text() }), Type.Integer()]), '20', 20],
] as const)
  test(`${JSON.stringify(given)} is read as ${JSON.stringify(meant)}`, () =>
    assert.deepEqual(read(schema, structuredClone(given)), { value: meant, changed: true }))

for (const [schema, given] of [
  [TimeInput, 'soon'],
  [TimeInput, '2023-13-45'],
  [TimeInput, ''],
  [TimeInput, true],
  [TimeInput, ['1700000000']],
  [TimeInput, 'November 14, 2023'],
  [TimeInput, 'Tue 2023-11-14'],
  [TimeInput, '2026-02-30'],
  [TimeInput, '2026-02-30T10:00:00Z'],
  [Type.Integer(), '0x10'],
  [Type.Integer(), '1e3'],
  [Type.Integer(), ' 1'],
  [Type.Integer(), ''],
  [Type.Integer(), ['5']],
  [Type.Array(Type.Integer()), 5],
  [Type.Object({ inner: Type.Boolean() }), null],
  [Type.Object({ length: Type.Integer() }), 'text'],
  [Type.Boolean(), 'yes'],
  [Type.Boolean(), 2],
  [Text(), '20'],
  [IdInput, '20'],
  [Type.Union([Type.Integer(), Type.String()]), '20'],
  [Type.Union([Type.Integer(), Type.Boolean()]), '1'],
  [Type.Enum(['1', '2']), '1'],
  [Type.Union([Type.Integer(), Type.Enum(['1', 2])]), '1'],
] as const)
  test(`${JSON.stringify(given)} stays as it is where it could mean something else`, () =>
    assert.deepEqual(read(schema, given), { value: given, changed: false }))
