/**
 * The help center on the wire. Its address is its own domain where it has one; else it is on this
 * server, under its identifier.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { HelpCentersRow } from '../../db/types/help_centers.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'

export const HelpCenter = model('help_center', {
  id: Id,
  workspace_id: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
  identifier: Type.String(),
  website_turned_on: Type.Boolean(),
  display_name: Type.String(),
  url: Type.String(),
  custom_domain: Nullable(Type.String()),
  default: Type.Boolean(),
  locales: Type.Array(Type.String()),
})

export function presentHelpCenter(
  { workspace, url }: Pick<Ctx, 'workspace' | 'url'>,
  row: HelpCentersRow,
): Static<typeof HelpCenter> {
  return {
    id: String(row.id),
    workspace_id: workspace.app_id,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    identifier: row.identifier,
    website_turned_on: row.website_turned_on,
    display_name: row.display_name,
    url: row.custom_domain === null ? new URL(`/help/${row.identifier}`, url).href : `https://${row.custom_domain}`,
    custom_domain: row.custom_domain,
    default: row.is_default,
    locales: row.locales,
  }
}
