/** Refusals of an operation in an OpenAPI document: every error is an `error.list`. */
import { errorBody } from './errors.ts'
import type { JsonSchema } from './openapi-schemas.ts'
import type { Refusals } from './operation.ts'

type ErrorList = ReturnType<typeof errorBody>

/** An error that an operation was seen to answer; without a reply where its message repeats parts of the request. */
export interface ErrorExample {
  status: number
  reply?: ErrorList
}

export const ERROR_SCHEMA = {
  type: 'object',
  required: ['type', 'errors'],
  properties: {
    type: { type: 'string', const: 'error.list', description: 'Always `error.list`.' },
    request_id: { type: ['string', 'null'], description: 'The X-Request-Id of the answer.' },
    errors: {
      type: 'array',
      description: 'The faults that were found: at least one, most often exactly one.',
      minItems: 1,
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { type: 'string', description: 'Says what is wrong to a program.' },
          message: { type: 'string', description: 'Says what is wrong to a person.' },
          field: { type: 'string', description: 'The field that is wrong, where it is one.' },
        },
      },
    },
  },
}

const DESCRIPTIONS: Record<number, string> = {
  400: 'The request is malformed, or a parameter is missing or invalid. Nothing was changed.',
  401: 'Missing or invalid access token.',
  403: 'The token, or the admin that it acts for, may not do this.',
  404: 'The workspace has no such object.',
  406: 'The request accepts no form that the answer has.',
  409: 'The request conflicts with an object that exists.',
  410: 'The object existed once, and is gone for good.',
  422: 'The request is well formed, but cannot be carried out in the present state.',
  429: 'Too many requests; only where the server runs with PARLEY_LIMITS=intercom.',
  503: 'The server cannot carry it out at present; a later attempt may succeed.',
}

/** The request that the errors of the reference name. */
export const REQUEST_ID = 'b6c1f2b0-9d5e-4c0a-8d3e-2f1f6f0d7a11'
const invalidVersion = errorBody(REQUEST_ID, {
  code: 'intercom_version_invalid',
  message: 'The requested version could not be found',
  field: undefined,
})
const notReadable = errorBody(REQUEST_ID, {
  code: 'parameter_invalid',
  message: 'Text must not contain NUL characters',
  field: undefined,
})
const noSettings = errorBody(REQUEST_ID, {
  code: 'forbidden',
  message: 'You do not have the required scope (settings) to access this resource',
  field: undefined,
})

/**
 * Refusals that every operation may answer before it reads the request; only versioned operations check the version.
 */
const everywhere = (isVersioned: boolean): ErrorExample[] => [
  { status: 400, reply: isVersioned ? invalidVersion : notReadable },
  ...(isVersioned ? [] : [{ status: 403, reply: noSettings }]),
  {
    status: 401,
    reply: errorBody(REQUEST_ID, { code: 'unauthorized', message: 'Access Token Invalid', field: undefined }),
  },
  {
    status: 429,
    reply: errorBody(REQUEST_ID, {
      code: 'rate_limit_exceeded',
      message: 'Exceeded rate limit of 1667 in 10_seconds',
      field: undefined,
    }),
  },
]

/** The responses of one operation, by status. */
export function errorResponses(
  own: ErrorExample[],
  refusals: Refusals,
  isVersioned: boolean,
): Record<string, JsonSchema> {
  const responses: Record<string, JsonSchema> = {}
  for (const status of Object.keys(DESCRIPTIONS).map(Number)) {
    const mine = own.filter((example) => example.status === status)
    const general = everywhere(isVersioned).filter((example) => example.status === status)
    const sentence = refusals[status as keyof Refusals]
    if (mine.length > 0 || sentence !== undefined) {
      // A status that no error was seen with has the form of the operation's others.
      const schema = schemaOf(repliesOf(mine.length > 0 ? [...mine, ...general] : [...own, ...general]))
      responses[status] = response(status, [...mine, ...general], sentence, schema)
    } else if (general.length > 0) responses[status] = { $ref: `#/components/responses/${status}` }
  }
  return responses
}

export const sharedResponses = (isVersioned: boolean): Record<string, JsonSchema> =>
  Object.fromEntries(everywhere(isVersioned).map((example) => [example.status, response(example.status, [example])]))

const repliesOf = (examples: ErrorExample[]): ErrorList[] => examples.flatMap(({ reply }) => reply ?? [])

function response(
  status: number,
  examples: ErrorExample[],
  sentence = DESCRIPTIONS[status],
  schema: JsonSchema = LIST,
): JsonSchema {
  const replies = repliesOf(examples)
  return {
    description: sentence,
    ...(status === 429 && { headers: RATE_LIMIT_HEADERS }),
    content: {
      'application/json': {
        schema,
        ...(replies.length > 0 && {
          examples: Object.fromEntries(replies.map((reply) => [exampleName(reply), { value: reply }])),
        }),
      },
    },
  }
}

const LIST = { $ref: '#/components/schemas/error' }

function schemaOf(replies: ErrorList[]): JsonSchema {
  if (replies.every(isList)) return LIST
  return replies.some(isList) ? { anyOf: [LIST, MESSAGES] } : MESSAGES
}

/** Refusals of some operations have messages by the properties that they are about. */
const MESSAGES = {
  type: 'object',
  properties: {
    errors: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Messages by the names of properties; `base` for the whole.',
    },
  },
}

const isList = ({ errors }: ErrorList) => Array.isArray(errors)

const exampleName = (reply: ErrorList): string =>
  isList(reply) ? reply.errors[0]!.message : String(Object.values(reply.errors)[0])

const RATE_LIMIT_HEADERS = {
  'X-RateLimit-Limit': { description: 'Requests in a window of ten seconds.', schema: { type: 'integer' } },
  'X-RateLimit-Remaining': { description: 'The number of requests that are left.', schema: { type: 'integer' } },
  'X-RateLimit-Reset': { description: 'When the next window begins, in unix seconds.', schema: { type: 'integer' } },
}
