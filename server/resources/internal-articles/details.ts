/** Properties of an internal article in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { readWords } from '../../content/given-words.ts'
import type { Ctx } from '../../context.ts'
import { notFound, parameterInvalid } from '../../http/errors.ts'
import { given, readText } from '../../http/given.ts'
import { aiAvailabilityInput } from '../../schema/ai-availability.ts'
import { BodyText, described, IdInput, Nullable } from '../../schema/types.ts'
import { findAdmin } from '../admins/queries.ts'
import { AudienceIdsInput } from '../audiences/content-audiences.ts'
import { FolderIdInput, readFolderId } from '../folders/place.ts'

export const title = Type.String({ maxLength: 255, description: 'The title.' })

export const details = {
  body: described(Type.Optional(Nullable(BodyText)), 'The words as HTML. Not together with `body_markdown`.'),
  body_markdown: described(Type.Optional(Nullable(BodyText)), 'The words as Markdown. Not together with `body`.'),
  author_id: described(Type.Optional(IdInput), 'The id of the admin who wrote it. A new article needs one.'),
  owner_id: described(Type.Optional(IdInput), 'The id of the admin who owns it. A new article needs one.'),
  folder_id: Type.Optional(FolderIdInput),
  audience_ids: Type.Optional(AudienceIdsInput),
  ...aiAvailabilityInput,
}

const Details = Type.Object({
  ...details,
  title: Type.Optional(title),
  json_blocks: Type.Optional(Type.Array(Type.Unknown())),
})

/** The workspace must be locked. @throws 400 parameter_invalid, 404 for an admin who does not exist */
export async function columnsOf(ctx: Ctx, body: Omit<Static<typeof Details>, 'audience_ids'>) {
  const words = readWords(body, parameterInvalid, ctx.note)
  const { ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability } = body
  return given({
    title: body.title === undefined ? undefined : readText('title', body.title),
    body: words === '' ? null : words,
    author_id: await readAdmin(ctx, body.author_id),
    owner_id: await readAdmin(ctx, body.owner_id),
    folder_id: body.folder_id === undefined ? undefined : await readFolderId(ctx, 'folder_id', body.folder_id),
    ai_chatbot_availability,
    ai_copilot_availability,
    ai_sales_agent_availability,
  })
}

async function readAdmin(ctx: Ctx, id: string | number | undefined): Promise<number | undefined> {
  if (id === undefined) return undefined
  const admin = await findAdmin(ctx.db, ctx.workspaceId, id)
  if (!admin) throw notFound('admin')
  return admin.id
}
