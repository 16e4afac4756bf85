/** One condition language has one interpreter: `search/` makes SQL of it, and nothing else reads operators. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluatorsIn } from './evaluators.ts'
import { isTest, listModules } from './modules.ts'

const KNOWN: Record<string, string> = {
  'resources/contents/filters.ts': 'tag_operator is a parameter of content searches with two values: it makes SQL, too',
}

const found = listModules()
  .filter(({ file }) => !isTest(file))
  .flatMap(({ file, source }) => evaluatorsIn(source).map((place) => ({ file, place })))

test('nothing but the compiler of searches interprets the operators of conditions', () => {
  const others = found.filter(({ file }) => !file.startsWith('search/'))
  assert.deepEqual(
    [...new Set(others.map(({ file }) => file))],
    Object.keys(KNOWN),
    `compile the condition by search/compile.ts, and ask the database: ${JSON.stringify(others)}`,
  )
})

test('the compiler of searches is found', () => {
  const files = new Set(found.map(({ file }) => file))
  for (const file of ['search/compile.ts', 'search/string-field.ts']) assert.ok(files.has(file), file)
})

const PLANTED: Record<string, boolean> = {
  'const meets = (row, { field, operator, value }) => operator === "=" && row[field] === value': true,
  'const meets = (a, query) => query.operator === "NIN" ? !query.value.includes(a) : a > 1': true,
  'const meets = (a, op, b) => op === "!=" ? a !== b : a === b': true,
  'function meets(a, op, b) { switch (op) { case "=": return a === b; case ">": return a > b } }': true,
  'function meets(a, op, b) { switch (op) { case "eq": return a === b; case "gt": return a > b } }': true,
  'const TESTS = { "=": (a, b) => a === b, "~": (a, b) => a.includes(b) }': true,
  'const TESTS = { contains: (a, b) => a.includes(b), starts_with(a, b) { return a.startsWith(b) } }': true,
  'if (comparison !== "contains") throw new Error()': true,
  'const OPERATORS = { eq: "=", ne: "!=", contains: "~" }': false,
  'const isSign = (letter) => letter === "$" || letter === "<"': false,
  'const all = { query: { field: "name", operator: "=", value: 1 } }': false,
  'const TAKEN = ["=", "!=", "IN"]\nconst takes = (operator) => TAKEN.includes(operator)': false,
}

for (const [source, isFound] of Object.entries(PLANTED))
  test(`planted: ${source.replaceAll('\n', '; ')}`, () => {
    assert.equal(evaluatorsIn(source).length > 0, isFound)
  })
