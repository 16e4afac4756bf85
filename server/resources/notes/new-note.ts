/** Properties of a new note in requests, and its author. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { sanitiseBody } from '../../html.ts'
import { notFound, parameterMissing } from '../../http/errors.ts'
import { BodyText, described, IdInput, Nullable } from '../../schema/types.ts'
import type { AdminRow } from '../admins/admin.ts'
import { findAdmin } from '../admins/queries.ts'
import type { NewNote } from './queries.ts'

export const NoteDetails = Type.Object({
  body: described(BodyText, 'The text: HTML or plain text.'),
  /** The token's admin where it is left out. */
  admin_id: described(
    Type.Optional(Nullable(IdInput)),
    'The id of the admin who writes it; by default the admin that the token acts for.',
  ),
})

/** @throws 400 parameter_not_found for a body that says nothing, 404 not_found for an admin who does not exist */
export async function readNote(
  ctx: Ctx,
  { body, admin_id }: Static<typeof NoteDetails>,
): Promise<{ note: NewNote; author: AdminRow }> {
  const html = sanitiseBody(body)
  if (html === '') throw parameterMissing('body')
  const author = await findAdmin(ctx.db, ctx.workspaceId, admin_id ?? ctx.actor.adminId)
  if (!author) throw notFound('resource')
  return { note: { body: html, adminId: author.id, now: ctx.now }, author }
}
