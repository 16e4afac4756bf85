import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { randomFrom } from '../test/random.ts'
import { csvField, csvRecord, plainTime } from './csv.ts'

interface Case {
  what: string
  kind: 'text' | 'number' | 'null' | 'time'
  value: any
  field: string
}

const cases: Case[] = JSON.parse(readFileSync(new URL('csv-cells.json', import.meta.url), 'utf8'))

/** The way back: an apostrophe before a guarded sign is taken away. */
const unguarded = (text: string) => (/^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? text.slice(1) : text)

/** By a reader that tells nothing between separators from an empty text. */
function read(csv: string): (string | null)[] {
  const [cells] = parse(csv, {
    record_delimiter: '\r\n',
    relax_column_count: true,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  }) as (string | null)[][]
  return (cells ?? []).map((cell) => cell && unguarded(cell))
}

for (const { what, kind, value, field } of cases)
  test(`a cell with ${what} is written to the byte, and reads back`, () => {
    const cell = kind === 'time' ? new Date(value) : value
    assert.equal(csvField(cell), field)
    // A cell beside it, because a record of one empty cell is an empty line to some readers.
    const [back] = read(csvRecord([cell, 'beside']))
    assert.equal(back, kind === 'number' ? String(value) : value)
  })

test('any text reads back, and begins no formula', () => {
  const random = randomFrom(27)
  const signs = [...`=+-@'",;\t\r\n 0123456789.aé😀\uFF1D\uFF0B\uFF0D\uFF20`]
  for (let round = 0; round < 5000; round++) {
    const text = Array.from({ length: random.below(8) }, () => random.of(signs)).join('')
    const record = csvRecord(['before', text, 'after'])
    assert.deepEqual(read(record), ['before', text, 'after'], JSON.stringify(text))
    const [, raw] = (parse(record, { record_delimiter: '\r\n' }) as string[][])[0]!
    if (/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(raw!))
      assert.match(raw!, /^([+-]?\d+(\.\d+)?|\+\d{6,15})$/, JSON.stringify(text))
  }
})

test('numbers, switches, times and lists each have one form', () => {
  const time = new Date('2026-03-29T01:30:00.250Z')
  assert.equal(
    csvRecord([0, -0.5, true, false, time, ['a', 'b, c']]),
    '0,-0.5,true,false,2026-03-29T01:30:00.250Z,"a, b, c"\r\n',
  )
  assert.equal(csvField(time, plainTime), '2026-03-29 01:30:00')
  assert.equal(csvField([]), '""')
})
