/**
 * The visitor on the wire: somebody who was on the site and did not say who they are. It is a
 * contact of role `visitor`, which contacts do not list; its `user_id` is the contact's external_id.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import {
  CreatedAt,
  CustomAttributes,
  described,
  Id,
  model,
  Nullable,
  Timestamp,
  UpdatedAt,
} from '../../schema/types.ts'
import { Company, presentCompany, type CompanyRow } from '../companies/company.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { presentTag } from '../tags/tag.ts'

/** A visitor, and what hangs on it. */
export type VisitorRow = ContactsRow & { tags: Pick<TagsRow, 'id' | 'name'>[]; companies: CompanyRow[] }

const MaybeText = Nullable(Type.String())
const Place = Type.Optional(Type.String())

export const Visitor = model('visitor', {
  type: Type.Literal('visitor'),
  id: described(Id, 'The id that Parley gave the visitor: 24 hex digits.'),
  user_id: described(Type.String(), "The id that the visitor's browser was given."),
  anonymous: described(Type.Boolean(), 'True if no email address is known.'),
  email: described(Type.String(), 'The email address; empty if unknown.'),
  phone: described(MaybeText, 'The phone number; null if unknown.'),
  name: described(MaybeText, 'The full name; null if unknown.'),
  pseudonym: described(MaybeText, 'A made-up name by which admins tell visitors apart; null if there is none.'),
  avatar: described(
    Type.Object({
      type: Type.Literal('avatar'),
      image_url: described(MaybeText, 'The address of the picture; null if there is none.'),
    }),
    'The picture.',
  ),
  app_id: described(Type.String(), 'The id of the workspace.'),
  companies: described(
    Type.Object({
      type: Type.Literal('company.list'),
      companies: described(Type.Array(Company), 'All of these companies.'),
    }),
    'The companies that the visitor belongs to.',
  ),
  location_data: described(
    Type.Object({
      type: described(Type.Optional(Type.Literal('location_data')), 'Always `location_data`.'),
      city_name: described(Place, 'The name of the city.'),
      continent_code: described(Place, 'The continent in two letters.'),
      country_code: described(Place, 'The country in three letters (ISO 3166).'),
      country_name: described(Place, 'The name of the country.'),
      region_name: described(Place, 'The name of the region.'),
    }),
    'Where the visitor was last seen; an empty object if unknown.',
  ),
  last_request_at: described(Nullable(Timestamp), 'When the visitor last looked at your site; null if unknown.'),
  /** As the API spells it elsewhere; only where there was a request. */
  las_request_at: described(
    Type.Optional(Timestamp),
    'The same, under the name that some clients know. Absent if unknown.',
  ),
  created_at: CreatedAt('visitor'),
  remote_created_at: described(Timestamp, 'The same as `created_at`.'),
  signed_up_at: described(Timestamp, 'When the visitor signed up with you; else the same as `created_at`.'),
  updated_at: UpdatedAt('visitor'),
  session_count: described(Type.Integer(), 'The number of sessions of the visitor.'),
  social_profiles: described(
    Type.Object({
      type: Type.Literal('social_profile.list'),
      social_profiles: described(Type.Array(Type.String()), 'The addresses of the profiles.'),
    }),
    'Profiles in social networks.',
  ),
  owner_id: described(MaybeText, 'The id of the admin who owns the visitor; null if nobody does.'),
  unsubscribed_from_emails: described(Type.Boolean(), 'True if the visitor wants no emails.'),
  marked_email_as_spam: described(Type.Boolean(), 'True once the visitor reported an email as spam.'),
  has_hard_bounced: described(Type.Boolean(), 'True once an email to the address was rejected for good.'),
  tags: described(
    Type.Object({ type: Type.Literal('tag.list'), tags: described(Type.Array(TagBasic), 'All of its tags.') }),
    'The tags of the visitor.',
  ),
  /** A visitor is in none: they are of users, leads and companies. */
  segments: described(
    Type.Object({
      type: Type.Literal('segment.list'),
      segments: described(Type.Array(Type.String()), 'Always empty: visitors are in no segments.'),
    }),
    'The segments that the visitor is in.',
  ),
  custom_attributes: described(CustomAttributes, 'The values of your own data attributes, by name.'),
  referrer: described(MaybeText, 'The page that led the visitor to you; null if unknown.'),
  utm_campaign: described(
    MaybeText,
    'The `utm_campaign` of the address that first led the visitor to you; null if unknown.',
  ),
  utm_content: described(MaybeText, 'The `utm_content` of that address; null if unknown.'),
  utm_medium: described(MaybeText, 'The `utm_medium` of that address; null if unknown.'),
  utm_source: described(MaybeText, 'The `utm_source` of that address; null if unknown.'),
  utm_term: described(MaybeText, 'The `utm_term` of that address; null if unknown.'),
  do_not_track: described(Nullable(Type.Boolean()), 'True if the browser asks not to be tracked; null if unknown.'),
})

type VisitorWire = Static<typeof Visitor>

export function presentVisitor(workspace: Workspace, row: VisitorRow): VisitorWire {
  const seen = unix(row.last_seen_at)
  return {
    type: 'visitor',
    id: row.id,
    user_id: row.external_id ?? row.id,
    anonymous: row.email === null,
    email: row.email ?? '',
    phone: row.phone,
    name: row.name,
    pseudonym: row.pseudonym,
    avatar: { type: 'avatar', image_url: row.avatar_url },
    app_id: workspace.app_id,
    companies: { type: 'company.list', companies: row.companies.map((company) => presentCompany(workspace, company)) },
    location_data: presentLocation(row),
    last_request_at: seen,
    ...(seen !== null && { las_request_at: seen }),
    created_at: unix(row.created_at),
    remote_created_at: unix(row.created_at),
    signed_up_at: unix(row.signed_up_at ?? row.created_at),
    updated_at: unix(row.updated_at),
    session_count: row.session_count,
    social_profiles: {
      type: 'social_profile.list',
      social_profiles: (row.social_profiles as { url: string }[]).map(({ url }) => url),
    },
    owner_id: row.owner_id === null ? null : String(row.owner_id),
    unsubscribed_from_emails: row.unsubscribed_from_emails,
    marked_email_as_spam: row.marked_email_as_spam,
    has_hard_bounced: row.has_hard_bounced,
    tags: { type: 'tag.list', tags: row.tags.map(presentTag) },
    segments: { type: 'segment.list', segments: [] },
    custom_attributes: row.custom_attributes as VisitorWire['custom_attributes'],
    referrer: row.referrer,
    utm_campaign: row.utm_campaign,
    utm_content: row.utm_content,
    utm_medium: row.utm_medium,
    utm_source: row.utm_source,
    utm_term: row.utm_term,
    do_not_track: row.do_not_track,
  }
}

/** Empty where nothing is known. */
function presentLocation(row: ContactsRow): VisitorWire['location_data'] {
  const places = Object.entries({
    city_name: row.location_city,
    continent_code: row.location_continent_code,
    country_code: row.location_country_code,
    country_name: row.location_country,
    region_name: row.location_region,
  }).filter(([, place]) => place !== null)
  return places.length === 0 ? {} : { type: 'location_data', ...Object.fromEntries(places) }
}
