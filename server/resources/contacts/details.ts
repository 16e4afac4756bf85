/** Properties of a contact in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import { EMAIL } from '../../email.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { CustomAttributes, described, IdInput, Nullable, Text, TimeInput } from '../../schema/types.ts'
import { numberId } from '../../ids.ts'
import { formatE164 } from '../../phone.ts'
import { findAdmin } from '../admins/queries.ts'

export const ContactDetails = Type.Object({
  role: described(
    Type.Optional(Type.Enum(['user', 'lead'])),
    '`user` or `lead`. A lead becomes a user; a user does not become a lead.',
  ),
  external_id: described(
    Type.Optional(Nullable(IdInput)),
    'The id that the contact has in your own system. No two users have the same; null clears it.',
  ),
  email: described(Type.Optional(Nullable(Text())), 'The email address. No two users have the same; null clears it.'),
  email_verified: described(
    Type.Optional(Nullable(Type.Boolean())),
    "True if you know that the address is the contact's own.",
  ),
  phone: described(Type.Optional(Nullable(Text())), 'The phone number, best with its country code; null clears it.'),
  name: described(Type.Optional(Nullable(Text())), 'The full name; null clears it.'),
  /** As text, or in the form in which a contact shows it. */
  avatar: described(
    Type.Optional(
      Nullable(
        Type.Union([
          Text(2048),
          Type.Object({ image_url: described(Type.Optional(Nullable(Text(2048))), 'The address of a picture.') }),
        ]),
      ),
    ),
    'The address of a picture, or the `avatar` of a contact as it was read; null takes it away.',
  ),
  signed_up_at: described(Type.Optional(Nullable(TimeInput)), 'When the contact signed up with you; null clears it.'),
  last_seen_at: described(
    Type.Optional(Nullable(TimeInput)),
    'When the contact last used your product; null clears it.',
  ),
  owner_id: described(
    Type.Optional(Nullable(IdInput)),
    'The id of the admin who is to own the contact; null for nobody.',
  ),
  unsubscribed_from_emails: described(Type.Optional(Nullable(Type.Boolean())), 'True if the contact wants no emails.'),
  language_override: described(
    Type.Optional(Nullable(Text())),
    'The language in which the contact is addressed, such as `en`; null for the language of the browser.',
  ),
  custom_attributes: described(
    Type.Optional(Nullable(CustomAttributes)),
    'Values of your own data attributes, by name. Attributes that are not named keep their values; null clears one.',
  ),
})

type Details = Static<typeof ContactDetails>

/**
 * The columns that the details set; custom attributes are checked elsewhere.
 * @throws 400 parameter_invalid
 */
export async function columnsOf(ctx: Ctx, details: Details): Promise<Partial<ContactsRow>> {
  const columns: Partial<ContactsRow> = {}
  if (details.role !== undefined) columns.role = details.role
  if (details.external_id !== undefined) columns.external_id = blank(details.external_id)
  if (details.email !== undefined) columns.email = emailOf(details.email)
  if (details.email_verified !== undefined) {
    if (details.email === undefined) throw parameterInvalid('email_verified can only be set together with email')
    columns.email_verified = details.email_verified
  }
  if (details.phone !== undefined) {
    columns.phone = blank(details.phone)
    columns.formatted_phone = columns.phone && formatE164(columns.phone)
  }
  if (details.name !== undefined) columns.name = details.name
  if (details.avatar !== undefined) columns.avatar_url = avatarOf(details.avatar)
  if (details.signed_up_at !== undefined) columns.signed_up_at = timeOf(details.signed_up_at)
  if (details.last_seen_at !== undefined) columns.last_seen_at = timeOf(details.last_seen_at)
  if (details.owner_id !== undefined) columns.owner_id = await ownerOf(ctx, details.owner_id)
  if (details.unsubscribed_from_emails !== undefined)
    columns.unsubscribed_from_emails = details.unsubscribed_from_emails ?? false
  if (details.language_override !== undefined) columns.language_override = languageOf(ctx, details.language_override)
  return columns
}

const blank = (text: string | number | null): string | null => (text === null || text === '' ? null : String(text))

const avatarOf = (avatar: Exclude<Details['avatar'], undefined>): string | null =>
  blank(typeof avatar === 'object' ? (avatar?.image_url ?? null) : avatar)

const timeOf = (seconds: number | null) => (seconds === null ? null : fromUnix(seconds))

function emailOf(email: string | null): string | null {
  const text = blank(email)?.trim() ?? null
  if (text !== null && !EMAIL.test(text)) throw parameterInvalid('email is not a valid email address', 'email')
  return text
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

function languageOf(ctx: Ctx, language: string | null): string | null {
  const text = blank(language)
  return text !== null && ctx.has('ForgetUnknownLanguages') && !isLanguage(text) ? null : text
}

function isLanguage(text: string): boolean {
  try {
    return languages.of(text) !== undefined
  } catch {
    return false // not even shaped like one
  }
}

async function ownerOf(ctx: Ctx, ownerId: string | number | null): Promise<number | null> {
  if (ownerId === null || ownerId === '' || Number(ownerId) === 0) return null
  const owner = numberId(ownerId) === undefined ? undefined : await findAdmin(ctx.db, ctx.workspaceId, ownerId)
  if (!owner) throw parameterInvalid('The owner specified is not a member of the workspace')
  return owner.id
}
