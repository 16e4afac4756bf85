/** A property that an answer may show as null may be null in a request: an answer is sent back, or copied. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOperations } from '../operations.ts'
import { history } from '../versions/index.ts'

type Schema = any

/** Properties that no answer to such a request shows as null. */
const NEVER_NULL: Record<string, string> = {
  'PATCH /auth_tokens/{} request_header_key': 'is null for the type oauth, which cannot be updated',
  'PUT /tickets/{} snoozed_until': 'is left out where the ticket is not snoozed',
}

const branchesOf = (schema: Schema): Schema[] => schema.anyOf?.flatMap(branchesOf) ?? [schema]
const isUntyped = ({ type, enum: words, const: word }: Schema) =>
  type === undefined && words === undefined && word === undefined
const takesNull = (schema: Schema) =>
  branchesOf(schema).some(
    (one) => [one.type].flat().includes('null') || one.const === null || one.enum?.includes(null) || isUntyped(one),
  )

/** Paths of properties that the answer may have as null, and the request may not. */
function refusedNulls(shown: Schema, taken: Schema, at = ''): string[] {
  return branchesOf(shown).flatMap((answer) =>
    branchesOf(taken).flatMap((request) => [
      ...Object.keys(request.properties ?? {})
        .filter((name) => name in (answer.properties ?? {}))
        .flatMap((name) => compared(answer.properties[name], request.properties[name], `${at}${name}`)),
      ...(answer.items && request.items ? compared(answer.items, request.items, `${at}[]`) : []),
    ]),
  )
}

const compared = (shown: Schema, taken: Schema, at: string) => [
  ...(takesNull(shown) && !takesNull(taken) ? [at] : []),
  ...refusedNulls(shown, taken, `${at}.`),
]

/** Others do something to a thing, and answer it. */
const writesThing = ({ method, path }: { method: string; path: string }) =>
  method === 'PUT' || method === 'PATCH' || (method === 'POST' && !path.includes('{'))

const refused = new Set<string>()
for (const { key, api, method, path, body, reply } of allOperations) {
  if (!body || !writesThing({ method, path })) continue
  const versions = history.versions.filter(({ serves }) => api !== 'settings' && serves(key))
  const forms: [Schema, Schema][] =
    api === 'settings'
      ? [[reply, body]]
      : versions.map((version) => [version.replySchema(reply), version.bodySchema(key, body)])
  for (const [shown, taken] of forms) for (const name of refusedNulls(shown, taken)) refused.add(`${key} ${name}`)
}

test('a null of an answer is taken by the operation that writes its thing', () => {
  assert.deepEqual([...refused].toSorted(), Object.keys(NEVER_NULL).toSorted())
})

test('the check finds a null in an object, a list and a union', () => {
  const text = { type: 'string' }
  const none = { type: 'null' }
  const shape = (leaf: Schema) => ({
    properties: { a: leaf, b: { anyOf: [{ properties: { c: { items: { properties: { d: leaf } } } } }, none] } },
  })
  const nullable = { anyOf: [text, none] }
  assert.deepEqual(refusedNulls(shape(nullable), shape(text)), ['a', 'b.c.[].d'])
  assert.deepEqual(refusedNulls(shape(nullable), shape(nullable)), [])
})
