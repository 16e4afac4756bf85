import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIsoTime } from './iso-time.ts'
import { atFileEnd } from './test/endings.ts'

// A time without a zone is UTC wherever the server stands.
const { TZ } = process.env
process.env['TZ'] = 'America/New_York'
atFileEnd(() => (TZ === undefined ? delete process.env['TZ'] : (process.env['TZ'] = TZ)))

for (const [text, seconds] of [
  ['2023-11-14T22:13:20Z', 1_700_000_000],
  ['2023-11-14t22:13:20z', 1_700_000_000],
  ['2023-11-14T22:13:20', 1_700_000_000],
  ['2023-11-14 22:13:20', 1_700_000_000],
  ['2023-11-14 23:13:20 +0100', 1_700_000_000],
  ['2023-11-14T23:13:20.500+01:00', 1_700_000_000],
  ['2023-11-14T17:13:20.5-05:00', 1_700_000_000],
  ['2023-11-14T22:13Z', 1_699_999_980],
  ['2023-11-14', 1_699_920_000],
  ['2024-02-29', 1_709_164_800],
  ['1969-12-31T23:59:59.9Z', -1],
] as const)
  test(`${text} is ${seconds}`, () => assert.equal(readIsoTime(text), seconds))

for (const text of [
  '',
  'tomorrow 1',
  'November 14, 2023',
  'Tue 2023-11-14',
  '2023-11-14T22:13:20Z.',
  '2023-13-01',
  '2023-02-29',
  '2026-02-30',
  '2026-02-30T10:00:00Z',
  '2026-04-31 10:00',
  '2023-11-14T25:00',
  '2023-11-14T22:60Z',
  '23-11-14',
])
  test(`${JSON.stringify(text)} is no time`, () => assert.equal(readIsoTime(text), undefined))
