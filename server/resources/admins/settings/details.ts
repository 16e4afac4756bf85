/** Properties of an admin in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Db } from '../../../db/pool.ts'
import type { AdminsRow } from '../../../db/types/admins.ts'
import { EMAIL } from '../../../email.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { given, readOptionalText, readText, readUrl } from '../../../http/given.ts'
import { findOrMakeRoleId, refuseTakenEmail } from './queries.ts'

export const details = {
  job_title: described(Type.Optional(Nullable(Text())), "The admin's job title; null clears it."),
  avatar: Type.Optional(
    Nullable(
      Type.Object(
        { image_url: described(Nullable(Text(2048)), 'The address of a picture; null for none.') },
        { description: 'The address of a picture.' },
      ),
    ),
  ),
  has_inbox_seat: Type.Optional(
    Type.Boolean({
      description: 'True if the admin works in the inbox: replies to conversations and is assigned to them.',
    }),
  ),
  conversation_assignment_limit: Type.Optional(
    Nullable(
      Type.Integer({
        minimum: 1,
        maximum: 1_000_000,
        description: 'The most open conversations that balanced teams assign to the admin; null for no limit.',
      }),
    ),
  ),
  role: Type.Optional(
    Nullable(
      Type.Object(
        { name: described(Text(), 'The name of the role.') },
        { description: 'Admins whose roles have the same name have the same.' },
      ),
    ),
  ),
}

export const AdminDetails = Type.Object({
  name: described(Type.Optional(Text()), 'The name.'),
  email: described(Type.Optional(Text()), 'The email address.'),
  ...details,
})

/**
 * The columns that the details set. The workspace must be locked.
 * @param id the admin, or null for a new one
 * @throws 400 parameter_invalid, 409 conflict where another admin has the email
 */
export async function columnsOf(
  db: Db,
  workspaceId: number,
  id: number | null,
  { name, email, job_title, avatar, has_inbox_seat, conversation_assignment_limit, role }: Static<typeof AdminDetails>,
): Promise<Partial<AdminsRow>> {
  return given({
    name: name === undefined ? undefined : readText('name', name),
    email: email === undefined ? undefined : await readEmail(email),
    job_title: job_title === undefined ? undefined : readOptionalText(job_title),
    avatar_url: avatar === undefined ? undefined : readUrl('avatar.image_url', avatar?.image_url ?? null),
    has_inbox_seat,
    conversation_assignment_limit,
    ...(role !== undefined && (await readRole(role))),
  })

  async function readEmail(text: string): Promise<string> {
    const email = text.trim()
    if (!EMAIL.test(email)) throw parameterInvalid('email is not a valid email address', 'email')
    await refuseTakenEmail(db, workspaceId, email, id)
    return email
  }

  async function readRole(role: { name: string } | null) {
    if (role === null) return { role_id: null, role_name: null }
    const role_name = readText('role.name', role.name)
    return { role_id: await findOrMakeRoleId(db, workspaceId, role_name), role_name }
  }
}
