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
import { CustomAttributes, Id, model, Nullable, Timestamp } from '../../schema/types.ts'
import { Company, presentCompany, type CompanyRow } from '../companies/company.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { presentTag } from '../tags/tag.ts'

/** A visitor, and what hangs on it. */
export type VisitorRow = ContactsRow & { tags: Pick<TagsRow, 'id' | 'name'>[]; companies: CompanyRow[] }

const MaybeText = Nullable(Type.String())
const Place = Type.Optional(Type.String())

export const Visitor = model('visitor', {
  type: Type.Literal('visitor'),
  id: Id,
  user_id: Type.String(),
  anonymous: Type.Boolean(),
  email: Type.String(),
  phone: MaybeText,
  name: MaybeText,
  pseudonym: MaybeText,
  avatar: Type.Object({ type: Type.Literal('avatar'), image_url: MaybeText }),
  app_id: Type.String(),
  companies: Type.Object({ type: Type.Literal('company.list'), companies: Type.Array(Company) }),
  location_data: Type.Object({
    type: Type.Optional(Type.Literal('location_data')),
    city_name: Place,
    continent_code: Place,
    country_code: Place,
    country_name: Place,
    region_name: Place,
  }),
  last_request_at: Nullable(Timestamp),
  /** As the API spells it elsewhere; only where there was a request. */
  las_request_at: Type.Optional(Timestamp),
  created_at: Timestamp,
  remote_created_at: Timestamp,
  signed_up_at: Timestamp,
  updated_at: Timestamp,
  session_count: Type.Integer(),
  social_profiles: Type.Object({
    type: Type.Literal('social_profile.list'),
    social_profiles: Type.Array(Type.String()),
  }),
  owner_id: MaybeText,
  unsubscribed_from_emails: Type.Boolean(),
  marked_email_as_spam: Type.Boolean(),
  has_hard_bounced: Type.Boolean(),
  tags: Type.Object({ type: Type.Literal('tag.list'), tags: Type.Array(TagBasic) }),
  /** A visitor is in none: they are of users, leads and companies. */
  segments: Type.Object({ type: Type.Literal('segment.list'), segments: Type.Array(Type.String()) }),
  custom_attributes: CustomAttributes,
  referrer: MaybeText,
  utm_campaign: MaybeText,
  utm_content: MaybeText,
  utm_medium: MaybeText,
  utm_source: MaybeText,
  utm_term: MaybeText,
  do_not_track: Nullable(Type.Boolean()),
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
