/** The SQL of a field for each of its operators, held against a table, for tests of the types of fields. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fragment } from '../db/pool.ts'
import type { Comparison, FieldDefinition, Kind, SearchContext } from './fields.ts'
import { rendered } from './rendered.ts'
import { before } from './test-contexts.ts'

type Expected = [sql: string, ...values: unknown[]]

export interface Field {
  field: FieldDefinition
  /** The kind by which the reference explains it. */
  kind: Kind
  operators: string
  missing: string
  /** By which column a page is sorted; absent where it cannot be. */
  sort?: [column: string, type: 'date' | 'number' | 'string', nullable: boolean]
  among: [values: unknown[], ...expected: Expected][]
  compare?: [operator: Comparison, value: unknown, ...expected: Expected][]
  /** Values that the type does not take. */
  refused?: unknown[]
}

export const column = fragment`t.c`
export const STRINGS = '= != IN NIN ~ !~ ^ $'
export const ZONE = 'Europe/Rome'

const context: SearchContext = { ...before, timeZone: ZONE }
const shown = (value: unknown) => JSON.stringify(value).slice(0, 40)

export function checkFields(fields: Record<string, Field>) {
  for (const [name, field] of Object.entries(fields)) checkField(name, field)
}

function checkField(name: string, { field, kind, operators, missing, sort, among, compare = [], refused = [] }: Field) {
  test(`${name} is of the kind ${kind}`, () => {
    assert.equal(typeof field.kind === 'function' ? field.kind(context) : field.kind, kind)
  })

  test(`${name} takes the operators ${operators}`, () => {
    assert.deepEqual(field.operators(context).join(' '), operators)
    assert.equal(rendered(field.missing).sql, missing)
  })

  test(`${name} is ${sort ? `sorted by ${sort[0]}` : 'not sorted by'}`, () => {
    const by = field.sort
    assert.deepEqual(by && [rendered(by.column).sql, by.type, by.nullable], sort)
  })

  for (const [values, sql, ...parameters] of among)
    test(`${name} among ${shown(values)}`, () =>
      assert.deepEqual(rendered(field.among(values, context, false)), { sql, values: parameters }))

  for (const [operator, value, sql, ...parameters] of compare)
    test(`${name} ${operator} ${shown(value)}`, () =>
      assert.deepEqual(rendered(field.compare(operator, value, context)), { sql, values: parameters }))

  for (const value of refused)
    test(`${name} is not ${shown(value)}`, () => {
      const error = { status: 400, code: 'invalid_value', message: / is not a valid \w+$/ }
      assert.throws(() => field.among([value], context, false), error)
      assert.throws(() => field.compare('^', value, context), error)
    })
}
