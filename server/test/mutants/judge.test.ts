import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { equivalents, type Equivalent } from './equivalent.ts'
import { judge } from './judge.ts'
import { modules } from './modules.ts'
import type { Mutant } from './mutant.ts'

const mutant = (replacement: string, survived: boolean): Mutant => ({
  file: 'a.ts',
  at: '1:5',
  line: 'if (a > b) return',
  original: 'a > b',
  replacement,
  survived,
  covered: true,
})
const entry = (replacement: string, more: Partial<Equivalent> = {}): Equivalent => {
  const { file, line, original } = mutant(replacement, true)
  return { file, line, original, replacement, reason: '', ...more }
}
const mutants = [mutant('true', true), mutant('false', false), mutant('a >= b', true)]

test('mutants that survive are told, the others only counted', () => {
  const { total, survivors, equivalent, unmatched } = judge(mutants, [])
  assert.deepEqual([total, survivors.map(({ replacement }) => replacement)], [3, ['true', 'a >= b']])
  assert.deepEqual([equivalent, unmatched], [0, []])
})

test('an equivalent mutant is not counted at all', () => {
  const { total, survivors, equivalent } = judge(mutants, [entry('a >= b')])
  assert.deepEqual([total, survivors.length, equivalent], [2, 1, 1])
})

test('an entry stands for one mutant only', () => {
  const { survivors, equivalent, unmatched } = judge([mutant('true', true), mutant('true', true)], [entry('true')])
  assert.deepEqual([survivors.length, equivalent, unmatched], [1, 1, []])
})

test('an entry that names no survivor is told', () => {
  const entries = [entry('false'), entry('a < b'), entry('true', { line: 'if (a > b) return 1' })]
  assert.deepEqual(judge(mutants, entries).unmatched, entries)
})

test('the modules are files that there are', () => {
  const files = Object.values(modules).flatMap(({ files, tests }) => [...files, ...tests])
  assert.deepEqual(
    files.filter((file) => !existsSync(file)),
    [],
  )
})

test('the entries are of files of the modules', () => {
  const files = new Set(Object.values(modules).flatMap((module) => module.files))
  assert.deepEqual(
    equivalents.filter(({ file }) => !files.has(file)),
    [],
  )
})
