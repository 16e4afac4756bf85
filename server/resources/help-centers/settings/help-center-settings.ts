/** The help center as the settings show it: as the API does, and how its site looks. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { inEachLocale } from '../../../schema/locales.ts'
import { described, model, Nullable } from '../../../schema/types.ts'
import { HelpCenter, presentHelpCenter } from '../help-center.ts'

export const HelpCenterSettings = model('help_center_settings', {
  ...HelpCenter.properties,
  logo_url: described(Nullable(Type.String()), 'The address of the logo; null if the name stands in its place.'),
  logo_dark_url: described(Nullable(Type.String()), 'The address of the logo for dark pages; null for the same one.'),
  accent_color: described(Nullable(Type.String()), "The colour of links and buttons; null for Parley's own."),
  accent_color_dark: described(Nullable(Type.String()), 'The same for dark pages; null for a tint of `accent_color`.'),
  theme: described(Type.Enum(['system', 'light', 'dark']), "The pages' ground; `system` for each reader's choice."),
  header_text: described(
    Type.Object(inEachLocale(Type.String(), 'The words')),
    'The words over the search on the home page, by language.',
  ),
})

export const presentSettings = (
  place: Pick<Ctx, 'workspace' | 'addressOf'>,
  row: HelpCentersRow,
): Static<typeof HelpCenterSettings> => ({
  ...presentHelpCenter(place, row),
  logo_url: row.logo_url,
  logo_dark_url: row.logo_dark_url,
  accent_color: row.accent_color,
  accent_color_dark: row.accent_color_dark,
  theme: row.theme as 'system' | 'light' | 'dark',
  header_text: row.header_texts as Record<string, string>,
})
