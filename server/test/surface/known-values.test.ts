/**
 * Each value of a property that names its values has a form in each version, which is one of those that the version
 * knows: a value that a newer version added is told to clients of the older ones by a word of theirs.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { operations } from '../../operations.ts'
import { modelName } from '../../schema/types.ts'
import { history } from '../../versions/index.ts'
import { modelOf, topics } from '../../webhooks/topics.ts'
import { everyValue } from './every-value.ts'

/** The named models in a schema. */
function modelsIn(schema: TSchema): [string, TSchema][] {
  const {
    anyOf = [],
    items,
    properties = {},
  } = schema as {
    anyOf?: TSchema[]
    items?: TSchema
    properties?: Record<string, TSchema>
  }
  const name = modelName(schema)
  const inner = [...anyOf, ...(items ? [items] : []), ...Object.values(properties)].flatMap(modelsIn)
  return name === undefined ? inner : [[name, schema], ...inner]
}

const models = new Map(
  [...operations.map(({ reply }) => reply), ...topics.map(modelOf)]
    .flatMap(modelsIn)
    .map(([name, schema]) => [schema, name]),
)

for (const version of history.versions)
  test(`${version.name} is told values that it knows`, () => {
    const unknown = [...models].flatMap(([schema, name]) => {
      const [down, known] = [version.down(schema), version.replySchema(schema)]
      return everyValue(schema).flatMap(({ at, value }) => {
        const told = JSON.parse(JSON.stringify(down(structuredClone(value))))
        return Value.Check(known, told)
          ? []
          : [
              `${name}${at}: ${Value.Errors(known, told).map(({ instancePath, message }) => `${instancePath} ${message}`)}`,
            ]
      })
    })
    assert.deepEqual(unknown, [])
  })
