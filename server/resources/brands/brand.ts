/** The brand on the wire. The default brand has the workspace's code as its id. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { BrandsRow } from '../../db/types/brands.ts'
import { CreatedAt, model, Nullable, UpdatedAt } from '../../schema/types.ts'

/** A brand and the address that its mails come from, if it has one. */
export type BrandRow = BrandsRow & { default_address_id: number | null }

export const Brand = model('brand', {
  type: Type.Literal('brand'),
  id: Type.String({ description: 'Its id; the default brand has the id of the workspace.' }),
  name: Type.String({ description: 'Its name, as contacts read it.' }),
  is_default: Type.Boolean({ description: 'True for the one default brand of the workspace.' }),
  created_at: CreatedAt('brand'),
  updated_at: UpdatedAt('brand'),
  help_center_id: Nullable(Type.String({ description: 'Its help center; null where the brand has none.' })),
  default_address_settings_id: Nullable(
    Type.String({ description: 'The sender address of its e-mails; null where the brand has none.' }),
  ),
})

export const brandIdOf = (workspace: Pick<Workspace, 'app_id'>, brand: Pick<BrandsRow, 'id' | 'is_default'>): string =>
  brand.is_default ? workspace.app_id : String(brand.id)

export function presentBrand(workspace: Pick<Workspace, 'app_id'>, row: BrandRow): Static<typeof Brand> {
  return {
    type: 'brand',
    id: brandIdOf(workspace, row),
    name: row.name,
    is_default: row.is_default,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    help_center_id: row.help_center_id === null ? null : String(row.help_center_id),
    default_address_settings_id: row.default_address_id === null ? null : String(row.default_address_id),
  }
}
