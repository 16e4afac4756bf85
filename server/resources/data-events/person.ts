/** Finds the person of a request about events: a user by any identifier, a lead or a visitor by its id alone. */
import { fragment, type Db } from '../../db/pool.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { isHexId } from '../../ids.ts'
import type { Person } from './data-event.ts'

/** The first that stands there counts. */
export interface Naming {
  id?: string | number | null
  user_id?: string | number | null
  email?: string | null
}

/** People who can have events: not blocked, merged or deleted ones. */
export const TELLABLE = fragment`state in ('active', 'archived')`

/** Contacts whose events are shown. */
export const SHOWN = fragment`state = 'active'`

/**
 * @throws 400 parameter_not_found where nobody is named, 404 where nobody has the name, 409 conflict
 * where several users have the email
 */
export async function getPerson(db: Db, workspaceId: number, naming: Naming, among = TELLABLE): Promise<Person> {
  const named = namedBy(naming)
  if (!named) throw notFound('contact')
  const [person, another] = await db<Person[]>`
    select id, external_id, email from contacts
    where workspace_id = ${workspaceId} and ${among} and ${named} limit 2`
  if (another)
    throw apiError(
      409,
      'conflict',
      'Multiple existing users match this email address - must be more specific using user_id',
    )
  if (!person) throw notFound('contact')
  return person
}

function namedBy({ id, user_id, email }: Naming) {
  if (given(id)) return isHexId(String(id)) ? fragment`id = ${String(id)}` : undefined
  if (given(user_id)) return fragment`role = 'user' and external_id = ${String(user_id)}`
  if (given(email)) return fragment`role = 'user' and lower(email) = lower(${email}) and email is not null`
  throw apiError(400, 'parameter_not_found', 'id, user_id or email is a required parameter')
}

const given = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null
