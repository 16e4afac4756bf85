/**
 * The body of `POST /tags`, which says one of many things: make a tag, rename one, hang one on people and companies,
 * take one off them. Any other request is one and the same error.
 */
import { apiError, type ApiError } from '../../http/errors.ts'

/** Somebody or something, by one of the names that it goes by. */
export interface Target {
  by: 'id' | 'external_id' | 'email' | 'company_id'
  value: string
  untag: boolean
}

export interface TagRequest {
  id: string | undefined
  name: string | undefined
  people: Target[]
  companies: Target[]
}

const MAX_NAME = 255
const MAX_TARGETS = 10_000

type Json = Record<string, unknown>
type Names = [key: string, by: Target['by']][]

const PERSON: Names = [
  ['id', 'id'],
  ['user_id', 'external_id'],
  ['email', 'email'],
]
const COMPANY: Names = [
  ['id', 'id'],
  ['company_id', 'company_id'],
]

/** @throws 400 parameter_invalid */
export function readTagRequest(body: Json): TagRequest {
  const request = {
    id: readId(body['id']),
    name: readName(body['name']),
    people: [...readTargets(body['users'], PERSON), ...readTargets(body['contacts'], PERSON)],
    companies: readTargets(body['companies'], COMPANY),
  }
  const hasTargets = request.people.length + request.companies.length > 0
  if (request.name === undefined && !(request.id !== undefined && hasTargets)) throw invalid()
  return request
}

const invalid = (): ApiError => apiError(400, 'parameter_invalid', 'invalid tag parameters')

const isGiven = (value: unknown) => value !== undefined && value !== null

function readId(value: unknown): string | undefined {
  if (!isGiven(value)) return undefined
  const isId = (typeof value === 'string' && value !== '' && value.length <= 255) || Number.isSafeInteger(value)
  if (!isId) throw invalid()
  return String(value)
}

function readName(value: unknown): string | undefined {
  if (!isGiven(value)) return undefined
  const name = typeof value === 'string' ? value.trim() : ''
  if (name === '' || name.length > MAX_NAME) throw invalid()
  return name
}

function readTargets(value: unknown, names: Names): Target[] {
  if (!isGiven(value)) return []
  if (!Array.isArray(value) || value.length > MAX_TARGETS) throw invalid()
  return value.map((item) => readTarget(item, names))
}

function readTarget(item: unknown, names: Names): Target {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) throw invalid()
  const fields = item as Json
  const named = names.find(([key]) => isGiven(fields[key]))
  if (!named) throw invalid()
  const untag = fields['untag'] ?? false
  if (typeof untag !== 'boolean') throw invalid()
  return { by: named[1], value: readId(fields[named[0]])!, untag }
}
