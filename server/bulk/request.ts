/** Validates the body of a bulk request, with the API's own messages. */
import { apiError } from '../http/errors.ts'
import type { Action, Resource } from './job.ts'

export type Details = Record<string, unknown>

/** Deleting takes an id of each, and nothing else. Only contacts are deleted by the thousand. */
const mostOf = (resource: Resource, action: Action) => (resource === 'contacts' && action === 'delete' ? 1000 : 100)
const ONE = { contacts: 'contact', companies: 'company' }

/** @throws 422 field_not_found, type_mismatch, parameter_invalid */
export function readItems(resource: Resource, action: Action, items: unknown): Details[] {
  if (items === undefined || items === null) throw notFound(`${resource} field must be supplied`)
  if (!Array.isArray(items)) throw apiError(422, 'type_mismatch', `${resource} must be an array`)
  if (items.length === 0) throw notFound(`${resource} field must be supplied`)
  const most = mostOf(resource, action)
  if (items.length > most)
    throw apiError(422, 'parameter_invalid', `maximum number of ${resource} per request is ${most}`)
  if (!items.every(isDetails)) throw apiError(422, 'type_mismatch', `each ${ONE[resource]} must be an object`)
  if (action !== 'create' && !items.every(({ id }) => isId(id))) throw notFound(`${resource} must be identified by id`)
  return items
}

const notFound = (message: string) => apiError(422, 'field_not_found', message)

const isDetails = (item: unknown): item is Details => typeof item === 'object' && item !== null && !Array.isArray(item)

const isId = (id: unknown) => typeof id === 'number' || (typeof id === 'string' && id !== '')

/** Keeps the fields that the operation knows; an item's other fields are ignored. */
export const pick = (details: Details, fields: readonly string[]): Details =>
  Object.fromEntries(Object.entries(details).filter(([name]) => fields.includes(name)))
