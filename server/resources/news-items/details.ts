/** Properties of a news item in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { isEmoji } from '../../emoji.ts'
import { sanitiseBody } from '../../html.ts'
import { notFound, parameterInvalid } from '../../http/errors.ts'
import { given, readText, readUrl } from '../../http/given.ts'
import { BodyText, described, IdInput, Nullable, Text, TimeInput } from '../../schema/types.ts'
import { getAdmin } from '../admins/queries.ts'
import { listNewsfeedsByIds } from '../newsfeeds/queries.ts'
import { numberId } from '../../ids.ts'
import { STATES } from './news-item.ts'
import type { NewAssignment } from './queries.ts'

const MOST_LABELS = 20
const MOST_REACTIONS = 5

export const optional = {
  body: described(Type.Optional(Nullable(BodyText)), 'The text, as HTML or plain text.'),
  state: described(Type.Optional(Type.Enum([...STATES])), '`live` lets the newsfeeds show it.'),
  deliver_silently: described(Type.Optional(Nullable(Type.Boolean())), 'True if the messenger is not to announce it.'),
  labels: described(Type.Optional(Nullable(Type.Array(Text(), { maxItems: MOST_LABELS }))), 'Labels that readers see.'),
  reactions: described(
    Type.Optional(Nullable(Type.Array(Nullable(Text(32)), { maxItems: 1000 }))),
    'Emojis with which readers can answer, five at most from 2.17 on. An empty list turns answers off.',
  ),
  cover_image_url: described(
    Type.Optional(Nullable(Text(2048))),
    'The address of the cover picture, which ends in `.jpg` or `.png`; null takes it away.',
  ),
  newsfeed_assignments: described(
    Type.Optional(
      Nullable(
        Type.Array(
          Type.Object({
            newsfeed_id: described(IdInput, 'The id of the newsfeed.'),
            published_at: described(
              Type.Optional(Nullable(TimeInput)),
              'When it was published, not in the future; now by default. Ignored for a draft.',
            ),
          }),
          { maxItems: 100 },
        ),
      ),
    ),
    'The newsfeeds to assign it to, in place of the ones that it is assigned to.',
  ),
}

const Details = Type.Object({
  title: described(Type.Optional(Text()), 'The title.'),
  sender_id: described(Type.Optional(IdInput), 'The id of the admin in whose name it is told.'),
  ...optional,
})
type DetailsInput = Static<typeof Details>

/** @throws 400 parameter_invalid, 404 admin_not_found */
export async function columnsOf(ctx: Ctx, body: DetailsInput) {
  return given({
    title: body.title === undefined ? undefined : readText('title', body.title),
    sender_id: body.sender_id === undefined ? undefined : (await getAdmin(ctx.db, ctx.workspaceId, body.sender_id)).id,
    body: body.body === undefined ? undefined : sanitiseBody(body.body ?? ''),
    state: body.state,
    deliver_silently: body.deliver_silently === undefined ? undefined : (body.deliver_silently ?? false),
    labels: body.labels === undefined ? undefined : readLabels(body.labels ?? []),
    reactions: body.reactions === undefined ? undefined : readReactions(ctx, body.reactions ?? []),
    cover_image_url: body.cover_image_url === undefined ? undefined : readCover(body.cover_image_url),
  })
}

const readLabels = (labels: string[]) =>
  [...new Set(labels.map((label) => label.trim()).filter((label) => label !== ''))].toSorted()

function readReactions(ctx: Ctx, sent: (string | null)[]): string[] {
  const reactions = sent.flatMap((one) => one || [])
  if (reactions.length > MOST_REACTIONS && ctx.has('RefuseSixthReaction'))
    throw parameterInvalid(`A news item can have at most ${MOST_REACTIONS} reactions`, 'reactions')
  if (!reactions.every(isEmoji)) throw parameterInvalid('Each reaction must be one emoji', 'reactions')
  return reactions
}

function readCover(address: string | null): string | null {
  const url = readUrl('cover_image_url', address)
  if (url !== null && !/\.(png|jpg)$/.test(new URL(url).pathname))
    throw parameterInvalid('cover_image_url must end in .png or .jpg', 'cover_image_url')
  return url
}

/**
 * @returns undefined where nothing is said of them
 * @throws 400 parameter_invalid, 404 not_found for a newsfeed
 */
export async function readAssignments(
  ctx: Ctx,
  sent: DetailsInput['newsfeed_assignments'],
  isLive: boolean,
): Promise<NewAssignment[] | undefined> {
  if (sent === undefined) return undefined
  const assignments = (sent ?? []).map(({ newsfeed_id, published_at }) => ({
    newsfeed_id: numberId(newsfeed_id) ?? missing(),
    published_at: isLive && published_at ? new Date(published_at * 1000) : ctx.now,
  }))
  if (assignments.some(({ published_at }) => published_at > ctx.now))
    throw parameterInvalid('published_at cannot be in the future', 'newsfeed_assignments')
  const known = await listNewsfeedsByIds(
    ctx.db,
    ctx.workspaceId,
    assignments.map(({ newsfeed_id }) => newsfeed_id),
  )
  if (assignments.some(({ newsfeed_id }) => !known.includes(newsfeed_id))) missing()
  return [...new Map(assignments.map((one) => [one.newsfeed_id, one])).values()]
}

function missing(): never {
  throw notFound('resource')
}
