/**
 * A visitor who became a user, as webhooks tell it: the user of the visitors' own model, its times as
 * texts. Source: a captured delivery.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { isoTime } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { IsoTime, model, Nullable } from '../../schema/types.ts'
import { withAttached } from './queries.ts'
import { presentVisitor, Visitor } from './visitor.ts'

const MaybeText = Nullable(Type.String())
const MaybeTime = Nullable(IsoTime)

const { las_request_at: _, ...visitor } = Visitor.properties

export const SignedUpUser = model('delivered_user', {
  ...visitor,
  type: Type.Literal('user'),
  location_data: Type.Object({
    type: Type.Literal('location_data'),
    city_name: MaybeText,
    continent_code: MaybeText,
    country_name: MaybeText,
    postal_code: MaybeText,
    region_name: MaybeText,
    timezone: MaybeText,
    country_code: MaybeText,
    latitude: Nullable(Type.Number()),
    longitude: Nullable(Type.Number()),
  }),
  last_request_at: MaybeTime,
  created_at: IsoTime,
  remote_created_at: IsoTime,
  signed_up_at: IsoTime,
  updated_at: IsoTime,
  last_seen_ip: MaybeText,
  user_agent_data: MaybeText,
})

export async function readSignedUpUser(ctx: Ctx, row: ContactsRow): Promise<Static<typeof SignedUpUser>> {
  const attached = await withAttached(ctx.db, ctx.workspaceId, row, ctx.now)
  const { las_request_at: _, ...visitor } = presentVisitor(ctx.workspace, attached)
  return {
    ...visitor,
    type: 'user',
    anonymous: false,
    location_data: presentPlace(row),
    last_request_at: isoTime(row.last_seen_at),
    created_at: isoTime(row.created_at),
    remote_created_at: isoTime(row.created_at),
    signed_up_at: isoTime(row.signed_up_at ?? row.created_at),
    updated_at: inWholeSeconds(row.updated_at),
    last_seen_ip: null,
    user_agent_data: null,
  }
}

const presentPlace = (row: ContactsRow): Static<typeof SignedUpUser>['location_data'] => ({
  type: 'location_data',
  city_name: row.location_city,
  continent_code: row.location_continent_code,
  country_name: row.location_country,
  postal_code: null,
  region_name: row.location_region,
  timezone: null,
  country_code: row.location_country_code,
  latitude: null,
  longitude: null,
})

/** The one time of this model that has no fraction and another sign for UTC. */
const inWholeSeconds = (date: Date) => date.toISOString().replace(/\.\d{3}Z$/, '.000Z')
