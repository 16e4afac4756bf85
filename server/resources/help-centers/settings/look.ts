/** The look of a site in requests, and its stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { given, readUrl } from '../../../http/given.ts'
import { inEachLocale, isLocale } from '../../../schema/locales.ts'
import { described, Nullable } from '../../../schema/types.ts'
import { leastContrast, TEXT_CONTRAST } from '../look/contrast.ts'
import { DARK, groundsOf, LIGHT } from '../look/tokens.ts'

const Address = Type.String({ maxLength: 2000 })
const Color = Type.String()

export const lookDetails = {
  logo_url: described(
    Type.Optional(Nullable(Address)),
    'The address of the logo, shown 28 pixels high; null for the name in its place.',
  ),
  logo_dark_url: described(
    Type.Optional(Nullable(Address)),
    'The logo for dark pages; null if the other one can be seen on them.',
  ),
  accent_color: described(
    Type.Optional(Nullable(Color)),
    'The colour of links and buttons, such as `#12705f`. Its contrast with light pages must be 4.5:1 at least.',
  ),
  accent_color_dark: described(
    Type.Optional(Nullable(Color)),
    'The same for dark pages; null for a tint of `accent_color` that can be read on them.',
  ),
  theme: described(
    Type.Optional(Type.Enum(['system', 'light', 'dark'])),
    "`light` or `dark` for every reader; `system` for each reader's own choice.",
  ),
  header_text: described(
    Type.Optional(Type.Object(inEachLocale(Nullable(Type.String({ maxLength: 200 })), 'The words'))),
    'The words over the search on the home page, by language. Languages that are not named stay as they are.',
  ),
}

const Look = Type.Object(lookDetails)
type Look = Static<typeof Look>

/** @throws 400 parameter_invalid, 422 data_invalid for a colour that cannot be read */
export function lookColumns(look: Look, before: Pick<HelpCentersRow, 'header_texts'>): Partial<HelpCentersRow> {
  const { logo_url, logo_dark_url, accent_color, accent_color_dark, theme, header_text } = look
  return given({
    logo_url: logo_url === undefined ? undefined : readUrl('logo_url', logo_url),
    logo_dark_url: logo_dark_url === undefined ? undefined : readUrl('logo_dark_url', logo_dark_url),
    accent_color: accent_color === undefined ? undefined : readColor('accent_color', accent_color, groundsOf(LIGHT)),
    accent_color_dark:
      accent_color_dark === undefined ? undefined : readColor('accent_color_dark', accent_color_dark, groundsOf(DARK)),
    theme,
    header_texts: header_text && mergedTexts(before.header_texts as Texts, header_text as Texts),
  })
}

function readColor(name: string, color: string | null, grounds: string[]): string | null {
  if (color === null) return null
  const lower = color.toLowerCase()
  if (!/^#[0-9a-f]{6}$/.test(lower)) throw parameterInvalid(`${name} must be a colour such as #12705f`, name)
  const ratio = leastContrast(lower, grounds)
  if (ratio >= TEXT_CONTRAST) return lower
  const found = (Math.floor(ratio * 10) / 10).toFixed(1)
  throw apiError(
    422,
    'data_invalid',
    `${name} has a contrast of ${found}:1 with the page (${grounds.join(', ')}); text needs ${TEXT_CONTRAST}:1`,
    name,
  )
}

type Texts = Record<string, string | null>

/** Blank words and null take a language's words away; a key that is no language is ignored. */
function mergedTexts(before: Texts, changes: Texts): Texts {
  const all = Object.entries({ ...before, ...changes }).filter(([key]) => isLocale(key))
  return Object.fromEntries(all.flatMap(([locale, text]) => (text?.trim() ? [[locale, text.trim()]] : [])))
}
