/** The values of an execution's inputs: as given, else by default, of the type that the input has. */
import type { DataInput } from './queries.ts'
import { undeclaredIn } from './undeclared.ts'
import { TemplateError, type Value, type Values } from './placeholders.ts'

/** @throws TemplateError for a required input without a value, a value of another type, and a value of no input */
export function readValues(inputs: DataInput[], given: Record<string, unknown>, needed: boolean): Values {
  const others = undeclaredIn(inputs, given)
  if (others !== undefined) throw new TemplateError(`The data connector does not have the inputs: ${others}`)
  const values = new Map<string, Value>()
  for (const { name, type, required, default_value } of inputs) {
    const value = (Object.hasOwn(given, name) ? given[name] : undefined) ?? default_value
    if (value === '') {
      if (required && needed) throw new TemplateError(`The required input ${name} has no value`)
      if (type === 'string') values.set(name, '')
      continue
    }
    values.set(name, READERS[type](value) ?? refuse(name, type))
  }
  return values
}

function refuse(name: string, type: string): never {
  throw new TemplateError(`The value of the input ${name} is not of the type ${type}`)
}

/** True if it can be a value of the type. */
export const isOfType = (type: DataInput['type'], value: unknown): boolean => READERS[type](value) !== undefined

const READERS: Record<DataInput['type'], (value: unknown) => Value | undefined> = {
  string: (value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined,
  integer: (value) => (/^-?\d{1,15}$/.test(String(value)) ? Number(value) : undefined),
  decimal: (value) => (/^-?\d{1,15}(\.\d{1,15})?$/.test(String(value)) ? Number(value) : undefined),
  boolean: (value) => (String(value) === 'true' ? true : String(value) === 'false' ? false : undefined),
}
