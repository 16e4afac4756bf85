/**
 * Holds answers against the published description of one version.
 *
 *   const checker = createChecker(readDescription(file))
 *   const operation = checker.find('GET', '/contacts/abc')
 *   checker.check(operation, { status: 200, body }) → [{ kind: 'schema', at: '/name', … }]
 *
 * A description is held to be right, and its examples more so: where an example breaks the schema, an
 * answer may break the same rule at the same place with a value of the same kind.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { Check } from 'typebox/schema'
import { answerOf, type Description, type Schema } from './description.ts'
import { inlinerOf, MODEL_PREFIX, modelsOf, toJsonSchema } from './json-schema.ts'
import { missingKeys } from './missing.ts'
import { matcher, operationsOf, type Operation } from './operations.ts'
import { pathOf, shapeOf, valueAt, type Path } from './place.ts'
import { shownKeys, undocumentedIn } from './undocumented.ts'

export interface Answer {
  status: number
  body: unknown
}

export interface Problem {
  /**
   * `schema`: the body breaks the schema of the answer. `missing`: it lacks a key of the official examples.
   * `extra`: it has a property that the description lacks. `status`: the operation does not answer so.
   */
  kind: 'schema' | 'missing' | 'extra' | 'status'
  /** Its place in the body, the same for all elements of a list: `/data/[]/name`. */
  at: string
  detail: string
  /** The value at this place; undefined where it is missing. */
  value: unknown
  /** The object or the list that has the value, or lacks it; undefined for the body itself. */
  holder: unknown
}

export interface Checker {
  operations: Operation[]
  /** @returns undefined where the description has no operation for the request */
  find(method: string, path: string): Operation | undefined
  /** Holds an answer against the operation, or against a model of the description in its place. */
  check(operation: Operation, answer: Answer, model?: string): Problem[]
}

interface Described {
  schema: Schema | undefined
  examples: unknown[]
  /** The breaches of the schema, but for those of rules that the examples themselves break. */
  breaches(body: unknown): ErrorObject[]
}

export function createChecker(description: Description): Checker {
  // Most schemas see few answers, and all of them pass: a schema is compiled once one does not.
  const models = modelsOf(description)
  const inline = inlinerOf(models)
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, code: { optimize: false } })
  ajv.addSchema(models)
  const operations = operationsOf(description)
  const undocumented = undocumentedIn(description, shownKeys(description))
  const answers = new Map<string, Described | undefined>()

  function answersOf({ key, responses }: Operation, status: number): Described | undefined {
    const name = `${key} ${status}`
    if (!answers.has(name)) {
      const response = responses[status] ?? (status >= 400 ? responses['default'] : undefined)
      answers.set(name, response && prepare(answerOf(description, response)))
    }
    return answers.get(name)
  }

  function prepare({ schema, examples }: ReturnType<typeof answerOf>): Described {
    const plain = schema && inline(toJsonSchema(schema))
    let validate: ValidateFunction | undefined
    let broken = new Set<string>()
    return {
      schema,
      examples,
      breaches(body) {
        if (!plain || Check(plain, body)) return []
        if (!validate) {
          const compiled = (validate = ajv.compile(toJsonSchema(schema!)))
          broken = new Set(
            examples.flatMap((example) => errorsOf(compiled, example).map((error) => ruleOf(error, example))),
          )
        }
        return errorsOf(validate, body).filter((error) => !broken.has(ruleOf(error, body)))
      },
    }
  }

  return {
    operations,
    find: matcher(operations),
    check(operation, { status, body }, model) {
      const described = model === undefined ? answersOf(operation, status) : modelOf(model)
      // Refusals are the same everywhere; the descriptions name few of them.
      if (!described) return status >= 400 ? [] : [undescribed(status, operation)]
      return problemsOf(described, status, body)
    },
  }

  function modelOf(name: string): Described {
    const key = `model ${name}`
    if (!description.components?.schemas?.[name]) throw new Error(`the description has no model ${name}`)
    if (!answers.has(key)) answers.set(key, prepare({ schema: { $ref: MODEL_PREFIX + name }, examples: [] }))
    return answers.get(key)!
  }

  function problemsOf({ schema, examples, breaches: breachesOf }: Described, status: number, body: unknown): Problem[] {
    const problem = (kind: Problem['kind'], path: Path, detail: string): Problem => ({
      kind,
      at: shapeOf(path) || '/',
      detail,
      value: valueAt(body, path),
      holder: path.length === 0 ? undefined : valueAt(body, path.slice(0, -1)),
    })
    const breaches = breachesOf(body)
    const extra = schema && body !== undefined ? undocumented({ schema, examples }, body) : []
    // The body of a refusal is the same everywhere, and an example of it shows one of its forms.
    const missing = status < 300 ? missingKeys(examples, body) : []
    return [
      ...breaches.map((error) => problem('schema', placeOf(error), textOf(error))),
      ...extra.map((path) => problem('extra', path, 'this version has no such property')),
      ...missing.map((path) => problem('missing', path, 'the official examples have it')),
    ]
  }
}

function errorsOf(validate: ValidateFunction | undefined, value: unknown): ErrorObject[] {
  return !validate || validate(value) ? [] : validate.errors!
}

/** A property that is required and missing is told of at its own place, as one that an example has. */
function placeOf({ instancePath, params: { missingProperty: missing } }: ErrorObject): Path {
  return [...pathOf(instancePath), ...(missing === undefined ? [] : [missing])]
}

/** A rule of a schema that a value breaks, whichever element of a list it is in. */
function ruleOf({ instancePath, keyword, params }: ErrorObject, body: unknown): string {
  const path = pathOf(instancePath)
  return [shapeOf(path), keyword, params['missingProperty'], kindOf(valueAt(body, path))].join(' ')
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const textOf = ({ message = 'breaks the schema', params }: ErrorObject) =>
  params['allowedValues'] ? `${message} ${JSON.stringify(params['allowedValues'])}` : message

const undescribed = (status: number, { responses }: Operation): Problem => ({
  kind: 'status',
  at: '',
  detail: `${status} is not described; described: ${Object.keys(responses).join(' ')}`,
  value: status,
  holder: undefined,
})
