/**
 * The help center on the wire. Its address is its own domain where it has one; else it is on this
 * server, under its identifier.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { HelpCentersRow } from '../../db/types/help_centers.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'

export const HelpCenter = model('help_center', {
  id: IdOf('help center'),
  workspace_id: described(Type.String(), 'The id of the workspace.'),
  created_at: CreatedAt('help center'),
  updated_at: UpdatedAt('help center'),
  identifier: described(Type.String(), 'Its place in the address of the site.'),
  website_turned_on: described(Type.Boolean(), 'True if its site is open to readers.'),
  display_name: described(Type.String(), 'The name that admins see.'),
  url: described(Type.String(), 'The address of the site.'),
  custom_domain: described(Nullable(Type.String()), 'Its own host name; null if it has none.'),
  default: described(Type.Boolean(), 'True for the one that is used where none is named.'),
  locales: described(Type.Array(Type.String()), 'The languages that it is written in, such as `en`.'),
})

/** The address of the site, without a slash at its end. */
export const helpCenterUrl = (
  place: Pick<Ctx, 'addressOf'>,
  { custom_domain, identifier }: Pick<HelpCentersRow, 'custom_domain' | 'identifier'>,
): string => (custom_domain === null ? place.addressOf(`/help/${identifier}`) : `https://${custom_domain}`)

export function presentHelpCenter(
  place: Pick<Ctx, 'workspace' | 'addressOf'>,
  row: HelpCentersRow,
): Static<typeof HelpCenter> {
  return {
    id: String(row.id),
    workspace_id: place.workspace.app_id,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    identifier: row.identifier,
    website_turned_on: row.website_turned_on,
    display_name: row.display_name,
    url: helpCenterUrl(place, row),
    custom_domain: row.custom_domain,
    default: row.is_default,
    locales: row.locales,
  }
}
