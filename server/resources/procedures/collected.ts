/** Values that a procedure asks teammates for: their form, and the check of what comes. */
import { randomUUID } from 'node:crypto'
import type { Static } from 'typebox'
import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { described, Text } from '../../schema/types.ts'

const TYPES = ['string', 'integer', 'decimal', 'boolean', 'list'] as const

export const CollectedInput = Type.Object({
  identifier: described(Type.Optional(Text(128)), 'The name under which the value is given. One is drawn without it.'),
  name: Type.String({
    pattern: '^[A-Za-z][A-Za-z0-9_]{0,62}$',
    description: 'The name of the variable that keeps the value.',
  }),
  label: described(Type.Optional(Text()), 'The name that a teammate sees; by default that of the variable.'),
  data_type: described(Type.Enum([...TYPES]), 'The type of the value; a `list` takes one of its `options`.'),
  options: described(
    Type.Optional(
      Type.Array(
        Type.Object({
          id: described(Type.Optional(Text(128)), 'The value that is given. One is drawn without it.'),
          label: described(Text(), 'The name that a teammate sees, and that the variable keeps.'),
        }),
        { maxItems: 100 },
      ),
    ),
    'The choices of a `list`.',
  ),
})

export interface Collected {
  identifier: string
  name: string
  label: string
  data_type: (typeof TYPES)[number]
  options: { id: string; label: string }[]
}

/** @throws 400 parameter_invalid for a list without options, or where one value would be that of two */
export function readAllCollected(given: Static<typeof CollectedInput>[]): Collected[] {
  const all = given.map(readCollected)
  for (const field of ['identifier', 'name'] as const)
    refuseTwice(
      all.map((one) => one[field]),
      `attributes must not have the ${field}`,
    )
  for (const { name, options } of all)
    refuseTwice(
      options.map(({ id }) => id),
      `${name} must not have the option`,
    )
  return all
}

/** @throws 400 parameter_invalid */
export function refuseTwice(values: string[], refusal: string): void {
  const twice = values.find((value, at) => values.indexOf(value) !== at)
  if (twice !== undefined) throw parameterInvalid(`${refusal} ${twice} twice`, 'steps')
}

function readCollected({ identifier, name, label, data_type, options = [] }: Static<typeof CollectedInput>): Collected {
  if (data_type === 'list' && options.length === 0) throw parameterInvalid(`${name} needs options`, 'steps')
  return {
    identifier: identifier ?? `workflow_local_variables.${randomUUID()}`,
    name,
    label: label ?? name,
    data_type,
    options: data_type === 'list' ? options.map(({ id = randomUUID(), label }) => ({ id, label })) : [],
  }
}

/**
 * @returns the values by the names of their variables
 * @throws 400 parameter_invalid where one is missing, unknown, or of another type
 */
export function readValues(
  wanted: Collected[],
  given: { identifier: string; value: unknown }[],
): Record<string, unknown> {
  const unknown = given.find(({ identifier }) => !wanted.some((one) => one.identifier === identifier))
  if (unknown) throw parameterInvalid(`${unknown.identifier} is not an attribute to collect`, 'attribute_values')
  return Object.fromEntries(
    wanted.map((one) => {
      const found = given.findLast(({ identifier }) => identifier === one.identifier)
      if (!found) throw parameterInvalid(`attribute_values must have ${one.identifier}`, 'attribute_values')
      const value = READERS[one.data_type](found.value, one)
      if (value === undefined)
        throw parameterInvalid(`The value of ${one.identifier} must be of type ${one.data_type}`, 'attribute_values')
      return [one.name, value]
    }),
  )
}

const LONGEST = 10_000

const READERS: Record<Collected['data_type'], (value: unknown, one: Collected) => unknown> = {
  string: (value) =>
    typeof value === 'string' && value.length <= LONGEST && !value.includes('\0') ? value : undefined,
  integer: (value) => (Number.isSafeInteger(value) ? value : undefined),
  decimal: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  list: (value, { options }) => options.find(({ id }) => id === value)?.label,
}
