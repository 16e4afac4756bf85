/** Holds a request's parts against an operation's schemas, and says in the API's way what is wrong. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { TSchema } from 'typebox'
import { coercer } from './coerce.ts'
import { isTime } from '../schema/types.ts'
import { ApiError, apiError, parameterInvalid, unknownParameter } from './errors.ts'

const bodies = new Ajv({ strict: false, allowUnionTypes: true, verbose: true })
/** Queries and paths are text: `5` and `true` are read as the schema's type. */
const texts = new Ajv({ strict: false, allowUnionTypes: true, coerceTypes: true, verbose: true })

/** May replace values in the request by what they mean: see `coerce.ts`. */
export type Check = (value: unknown) => void

/**
 * @param shown keys of the answer, which a client may send back with what it read
 * @returns a function that throws the 400 of the first thing wrong.
 */
export const bodyCheck = (schema: TSchema, unknownKeys: 'ignore' | 'refuse', shown: string[] = []): Check => {
  const keys = Object.keys((schema as { properties?: object }).properties ?? {})
  const known = unknownKeys === 'refuse' ? new Set([...keys, ...shown]) : undefined
  const check = compile(bodies, schema)
  return (body) => {
    if (known) for (const key of Object.keys(body as object)) if (!known.has(key)) throw unknownParameter(key)
    check(body)
  }
}

export const queryCheck = (schema: TSchema): Check => compile(texts, schema)

/** By validator and text: most versions have the same schema of an operation. */
const compiled = new Map<Ajv, Map<string, Check>>()

function compile(ajv: Ajv, schema: TSchema): Check {
  const text = JSON.stringify(schema)
  const known = compiled.get(ajv)?.get(text)
  if (known) return known
  const check = checkOf(ajv, JSON.parse(text))
  compiled.set(ajv, (compiled.get(ajv) ?? new Map()).set(text, check))
  return check
}

function checkOf(ajv: Ajv, json: object): Check {
  const validate: ValidateFunction = ajv.compile(json)
  const coerce = coercer(json)
  return (value) => {
    if (validate(value)) return
    if (coerce(value) && validate(value)) return
    throw problem(validate.errors!)
  }
}

function problem(errors: ErrorObject[]): ApiError {
  // A union's first error is about its first branch only; its last is about the union itself.
  const error = errors[0]!
  const name = error.instancePath.slice(1).replaceAll('/', '.').slice(0, 100)
  switch (error.keyword) {
    case 'required':
      return apiError(
        400,
        'parameter_not_found',
        `${join(name, error.params['missingProperty'])} is a required parameter`,
      )
    case 'type':
      return parameterInvalid(`${name} must be ${article([error.params['type']].flat().join(' or '))}`)
    case 'enum':
      return parameterInvalid(`${name} must be one of: ${error.params['allowedValues'].join(', ')}`)
    case 'const':
      return parameterInvalid(`${name} must be ${error.params['allowedValue']}`)
    case 'maximum':
      if (isTime(error.parentSchema!))
        return parameterInvalid(
          `${name} must be in seconds since 1970; ${String(error.data).slice(0, 30)} looks like milliseconds`,
        )
    // falls through
    default:
      return parameterInvalid(`${name || 'body'} ${rule(error)}`)
  }
}

/** The broken rule in plain words. */
function rule({ keyword, params, message, parentSchema }: ErrorObject): string {
  const limit: number = params['limit']
  switch (keyword) {
    case 'minItems':
      return `must have at least ${counted(limit, 'item')}`
    case 'maxItems':
      return `must have at most ${counted(limit, 'item')}`
    case 'minLength':
      return limit === 1 ? 'must not be empty' : `must have at least ${counted(limit, 'character')}`
    case 'maxLength':
      return `must have at most ${counted(limit, 'character')}`
    case 'minProperties':
      return `must have at least ${counted(limit, 'property', 'properties')}`
    case 'maxProperties':
      return `must have at most ${counted(limit, 'property', 'properties')}`
    case 'minimum':
      return `must be at least ${limit}`
    case 'maximum':
      return `must be at most ${limit}`
    case 'pattern':
      return `must have the form ${parentSchema!['pattern']}`
    default:
      return message!
  }
}

const counted = (count: number, noun: string, plural = `${noun}s`): string => `${count} ${count === 1 ? noun : plural}`

const join = (name: string, property: string) => (name ? `${name}.${property}` : property)
const article = (type: string) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`)
