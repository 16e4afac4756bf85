/** The operations of a description, and the one that a request means. */
import { METHODS, type DescribedOperation, type Description } from './description.ts'

export interface Operation {
  /** As `versions/` names it: `GET /contacts/{}`. */
  key: string
  tag?: string | undefined
  responses: NonNullable<DescribedOperation['responses']>
}

export function operationsOf({ paths }: Description): Operation[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      key: `${method.toUpperCase()} ${template.replace(/\{[^}]+\}/g, '{}')}`,
      tag: item[method]!.tags?.[0],
      responses: item[method]!.responses ?? {},
    })),
  )
}

/** @returns a function that finds the operation of a request: of two that fit, the one with fewer parameters */
export function matcher(operations: Operation[]): (method: string, path: string) => Operation | undefined {
  const sorted = operations
    .toSorted((a, b) => parameters(a) - parameters(b))
    .map((operation) => ({ operation, ...requestsOf(operation.key) }))
  const groups = Map.groupBy(sorted, ({ operation: { key } }) => groupOf(key))
  return (method, path) => {
    const bare = path.split('?')[0]!.replace(/\/$/, '')
    return groups.get(groupOf(`${method} ${bare}`))?.find(({ pattern }) => pattern.test(bare))?.operation
  }
}

/** Requests of another method, or of another number of segments, are of another operation. */
const groupOf = (request: string) => `${request.slice(0, request.indexOf(' '))} ${request.split('/').length}`

/** The method and the paths of an operation's requests. */
export function requestsOf(key: string): { method: string; pattern: RegExp } {
  const [method, template] = key.split(' ') as [string, string]
  const literals = template.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { method, pattern: new RegExp(`^${literals.join('[^/]+')}$`) }
}

const parameters = ({ key }: Operation) => key.split('{}').length
