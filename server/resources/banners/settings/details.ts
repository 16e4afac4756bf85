/** Properties of a banner in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { isEmoji } from '../../../emoji.ts'
import { sanitiseBody } from '../../../html.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { given, readOptionalText, readUrl } from '../../../http/given.ts'
import { described, Nullable } from '../../../schema/types.ts'
import { checkAudience } from '../audience.ts'
import { ACTIONS, POSITIONS, STYLES, type BannerActionWire } from '../banner.ts'
import { Audience } from './banner.ts'

const Action = Type.Object({
  type: Type.Enum([...ACTIONS], { description: 'The kind of action, which decides about the other fields.' }),
  label: Type.Optional(Nullable(Type.String({ maxLength: 255, description: 'The label of a link.' }))),
  target: Type.Optional(Nullable(Type.String({ maxLength: 2048, description: 'The address that a link leads to.' }))),
  reactions: Type.Optional(
    Type.Array(Type.String({ maxLength: 32 }), { minItems: 1, maxItems: 10, description: 'Emojis to choose from.' }),
  ),
  tour_id: Type.Optional(Nullable(Type.String({ maxLength: 255, description: 'The product tour that begins.' }))),
  tour_url: Type.Optional(Nullable(Type.String({ maxLength: 2048, description: 'The address that begins the tour.' }))),
})

const details = {
  title: Type.Optional(Nullable(Type.String({ maxLength: 255, description: 'Its title.' }))),
  body: Type.Optional(Nullable(Type.String({ maxLength: 100_000, description: 'Its words, as HTML or plain text.' }))),
  style: Type.Optional(Type.Enum([...STYLES], { description: 'The way that it is shown.' })),
  position: Type.Optional(Type.Enum([...POSITIONS], { description: 'The edge of the page where it is shown.' })),
  show_dismiss_button: Type.Optional(Type.Boolean({ description: 'True if contacts can dismiss it.' })),
  action: described(Type.Optional(Nullable(Action)), 'The action that a contact can take; null for none.'),
  audience: Type.Optional(Audience),
  live: Type.Optional(Type.Boolean({ description: 'True if contacts are shown it.' })),
}
export const BannerDetails = Type.Object(details)

/** The workspace must be locked. @throws 400 parameter_invalid, or as a search would for its audience */
export async function columnsOf(ctx: Ctx, body: Static<typeof BannerDetails>) {
  if (body.audience !== undefined) await checkAudience(ctx, body.audience)
  const { style, position, show_dismiss_button, audience, live } = body
  return given({
    title: body.title === undefined ? undefined : readOptionalText(body.title),
    body: body.body === undefined ? undefined : sanitiseBody(body.body ?? '') || null,
    style,
    position,
    show_dismiss_button,
    action: body.action && readAction(body.action),
    ...(body.action === null && { action: null }),
    audience,
    live,
  })
}

function readAction({ type, label, target, reactions, tour_id, tour_url }: Static<typeof Action>): BannerActionWire {
  switch (type) {
    case 'url': {
      const address = readUrl('action.target', target ?? null)
      if (address === null) throw parameterInvalid('action.target must be a URL', 'action.target')
      return { type, label: label?.trim() || null, target: address }
    }
    case 'reaction':
      if (!reactions) throw parameterInvalid('action.reactions must name reactions', 'action.reactions')
      if (!reactions.every(isEmoji))
        throw parameterInvalid('action.reactions must be emojis, one each', 'action.reactions')
      return { type, reaction_set: reactions.map((unicode_emoticon, index) => ({ index, unicode_emoticon })) }
    case 'product_tour':
      return { type, tour_id: tour_id ?? null, tour_url: readUrl('action.tour_url', tour_url ?? null) }
    case 'email_collector':
      return { type }
  }
}
