/** Properties of requests to the AI agent. Ids are checked by the code, which says in the API's own words that one is missing. */
import type { Static, TSchema } from 'typebox'
import Type from 'typebox'
import { readUpload, readUrls } from '../../files/attachment.ts'
import { sanitiseBody, textToBody } from '../../html.ts'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { readIsoMilliseconds } from '../../iso-time.ts'
import { BodyText, described, IdInput, Nullable, shownAs, Text } from '../../schema/types.ts'

export const optionalId = (description: string) =>
  described(shownAs(Type.String(), Type.Optional(Nullable(IdInput))), description)

export const ConversationIdInput = optionalId('Your own id of the conversation.')

/** ISO 8601 text, whose milliseconds count, or unix seconds, as digits or as a number. `saidAt` reads it. */
const MessageTime = shownAs(
  Type.String({ format: 'date-time' }),
  Type.Optional(Nullable(Type.Unsafe<string | number>({ type: ['string', 'number'], maxLength: 100 }))),
)

export const Message = Type.Object({
  author: described(Type.Enum(['user', 'agent', 'fin']), 'The author.'),
  body: described(BodyText, 'The words, as plain text or HTML.'),
  timestamp: described(
    MessageTime,
    'When it was written. The same words of the same time within five minutes are one message.',
  ),
  timestamp_ms: described(MessageTime, 'The same with milliseconds; taken in place of `timestamp`.'),
})
export type MessageInput = Static<typeof Message>

const Attributes = Type.Optional(
  Nullable(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'Values of attributes by their names, ten at the most.',
    }),
  ),
)

export const User = Type.Object({
  id: optionalId('Your own id of the user: the `external_id` of the contact. A user that is unknown is created.'),
  name: described(Type.Optional(Nullable(Text())), 'The name.'),
  email: described(Type.Optional(Nullable(Text())), 'The email address.'),
  attributes: Attributes,
})
export type UserInput = Static<typeof User>

export const UserBody = described(shownAs(User, Type.Optional(Nullable(User))), 'The user.')

const Attachment = Type.Object({
  type: described(Type.Enum(['url', 'file']), '`url` for an address, `file` for a file in the request.'),
  url: described(Type.Optional(Text(2048)), 'The address, for `url`.'),
  name: described(Type.Optional(Text()), 'The name of the file, for `file`.'),
  content_type: described(Type.Optional(Text()), 'The media type, for `file`.'),
  data: described(Type.Optional(Type.String()), 'The content in base64, for `file`.'),
})
const MOST_ATTACHMENTS = 10

export const Attachments = described(
  Type.Optional(Type.Array(Attachment, { maxItems: MOST_ATTACHMENTS })),
  'Files that come with the message, ten at the most.',
)
export type AttachmentsInput = Static<typeof Attachments>

export const MOST_HISTORY = 10

/** @param history false where only attributes are taken */
const metadata = <S extends Record<string, TSchema>>(more: S) =>
  described(Type.Optional(Nullable(Type.Object({ attributes: Attributes, ...more }))), 'Facts about the conversation.')

export const Metadata = metadata({
  history: described(
    Type.Optional(Nullable(Type.Array(Message))),
    'Messages before this one, oldest first, ten at the most.',
  ),
})
export const AttributesOnly = metadata({})
export type MetadataInput = Static<typeof Metadata> | undefined

const AsEmail = described(
  Type.Optional(Type.Boolean()),
  'True if answers are written as e-mails. The default is false.',
)

export const EmailSettings = described(Type.Optional(Nullable(Type.Object({ email: AsEmail }))), 'The form of answers.')
export const FinSettingsInput = described(
  Type.Optional(
    Nullable(
      Type.Object({
        follow_up_questions: described(
          Type.Optional(Type.Boolean()),
          'False if each message gets one answer, and nothing is escalated. The default is true.',
        ),
        email: AsEmail,
      }),
    ),
  ),
  'The form of answers.',
)

/** @throws 400 parameter_not_found, or parameter_invalid for a time that cannot be read */
export function readMessage(message: MessageInput | undefined): MessageInput {
  if (!message) throw parameterMissing('message')
  if (isBlank(message.body)) throw parameterMissing('message.body')
  saidAt(message, 'message')
  return message
}

/** Tags alone say nothing, but an image does. */
const isBlank = (body: string): boolean => textToBody(body) === '' && !/<img\b/i.test(sanitiseBody(body))

const DIGITS = /^-?\d{1,15}(\.\d{1,15})?$/
/** The years 1000 to 9999, as in `TimeInput`. */
const [EARLIEST_MS, LATEST_MS] = [-30_610_224_000_000, 253_402_300_799_999]

/**
 * When a message was written, as ISO 8601 text with milliseconds; null where it does not say.
 * @param name the message's place in the body
 * @throws 400 parameter_invalid
 */
export function saidAt(message: Pick<MessageInput, 'timestamp' | 'timestamp_ms'>, name: string): string | null {
  const times = (['timestamp', 'timestamp_ms'] as const).map((field) => readTime(message[field], `${name}.${field}`))
  return times[1] ?? times[0] ?? null
}

function readTime(value: string | number | null | undefined, name: string): string | null {
  if (value === undefined || value === null) return null
  const isSeconds = typeof value === 'number' || DIGITS.test(value)
  const ms = isSeconds ? Number(value) * 1000 : readIsoMilliseconds(value)
  if (ms === undefined || ms < EARLIEST_MS || ms > LATEST_MS)
    throw parameterInvalid(`${name} must be a time in ISO 8601, or unix seconds`, name)
  return new Date(ms).toISOString()
}

type GivenId = string | number | null | undefined

/** An id without blanks around it; empty where none is given. */
export const trimId = (id: GivenId): string => (id === undefined || id === null ? '' : String(id).trim())

/** @throws 400 parameter_invalid */
export function readId(id: GivenId, missing: string): string {
  const text = trimId(id)
  if (text === '') throw parameterInvalid(missing)
  return text
}

/** @throws 400 parameter_invalid */
export function readHistory(metadata: MetadataInput): MessageInput[] {
  const history = metadata?.history ?? []
  if (history.length > MOST_HISTORY)
    throw parameterInvalid(`Conversation history cannot contain more than ${MOST_HISTORY} items`)
  for (const [at, message] of history.entries()) saidAt(message, `conversation_metadata.history.${at}`)
  return history
}

/**
 * As conversations take them, and refused by the name that they have here.
 * @throws 400 parameter_invalid where a property is missing or cannot be read
 */
export function readAttachments(attachments: AttachmentsInput = []) {
  const attachment_urls: string[] = []
  const attachment_files: { name: string; content_type: string; data: string }[] = []
  for (const { type, url, name, content_type, data } of attachments) {
    if (type === 'url') attachment_urls.push(url ?? refuse('url'))
    else
      attachment_files.push({
        name: name || refuse('name'),
        content_type: content_type ?? refuse('content_type'),
        data: data ?? refuse('data'),
      })
  }
  readUrls(attachment_urls, 'attachments')
  for (const file of attachment_files) readUpload(null, file, 'attachments must each have', 'attachments')
  return { attachment_urls, attachment_files }
}

function refuse(name: string): never {
  throw parameterInvalid(`attachments must each have ${name}`, 'attachments')
}
