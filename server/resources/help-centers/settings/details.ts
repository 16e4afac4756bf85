/** Properties of a help center in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import type { Db } from '../../../db/pool.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { given, readLocale, readText } from '../../../http/given.ts'
import { isLocale } from '../../../schema/locales.ts'
import { lookColumns, lookDetails } from './look.ts'
import { clearDefault, insertHelpCenter, refuseTakenDomain, refuseTakenIdentifier } from './queries.ts'

const Identifier = Type.String({
  maxLength: 63,
  description: 'Its place in the address of the site: lowercase letters, digits and hyphens.',
})

const details = {
  website_turned_on: described(Type.Optional(Type.Boolean()), 'True to open its site to readers.'),
  custom_domain: Type.Optional(
    Nullable(
      Type.String({
        maxLength: 253,
        description:
          'A host name of your own, such as `help.example.com`, on which the site answers without `/help/…`. No other help center has it.',
      }),
    ),
  ),
  default: Type.Optional(
    Type.Boolean({ description: 'There is one default help center: true takes it from another.' }),
  ),
  locales: described(
    Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 100 })),
    'The languages that it is written in, such as `en`.',
  ),
  ...lookDetails,
}

export const HelpCenterDetails = Type.Object({
  identifier: Type.Optional(Identifier),
  display_name: described(Type.Optional(Text()), 'The name that admins see.'),
  ...details,
})
export const NewHelpCenter = Type.Object({
  identifier: Identifier,
  display_name: described(Text(), 'The name that admins see.'),
  ...details,
})

/** @throws 400 parameter_invalid for a language that nothing can be written in */
function knownLocale(text: string): string {
  const locale = readLocale('locales', text)
  if (!isLocale(locale)) throw parameterInvalid('Unknown locale', 'locales')
  return locale
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * @param before the help center as it is, `undefined` for a new one
 * @throws 400 parameter_invalid, 422 data_invalid
 */
export function columnsOf(
  details: Static<typeof HelpCenterDetails>,
  before: Pick<HelpCentersRow, 'header_texts'> = { header_texts: {} },
): Partial<HelpCentersRow> {
  const { identifier, display_name, website_turned_on, custom_domain, locales } = details
  if (identifier !== undefined && !LABEL.test(identifier))
    throw parameterInvalid('identifier must be of lowercase letters, digits and hyphens', 'identifier')
  return given({
    ...lookColumns(details, before),
    identifier,
    display_name: display_name === undefined ? undefined : readText('display_name', display_name),
    website_turned_on,
    custom_domain: custom_domain === undefined ? undefined : readDomain(custom_domain),
    is_default: details.default,
    locales: locales && [...new Set(locales.map(knownLocale))],
  })
}

export function readDomain(domain: string | null | undefined): string | null {
  const name = domain?.trim().toLowerCase()
  if (!name) return null
  const labels = name.split('.')
  // An address of the server itself would take the whole server.
  const isAddress = /^[\d.]+$/.test(name)
  if (labels.length < 2 || isAddress || !labels.every((label) => LABEL.test(label)))
    throw parameterInvalid('custom_domain must be a host name, such as help.example.com', 'custom_domain')
  return name
}

/**
 * For the settings and for every new workspace. The workspace must be locked.
 * @returns the id
 * @throws 400 parameter_invalid, 409 conflict where the identifier is taken
 */
export async function makeHelpCenter(
  db: Db,
  workspaceId: number,
  center: Static<typeof NewHelpCenter>,
  now: Date,
): Promise<number> {
  const { identifier, display_name } = center
  const columns = { identifier, display_name, ...columnsOf(center) }
  await refuseTakenIdentifier(db, workspaceId, identifier, null)
  if (columns.custom_domain) await refuseTakenDomain(db, workspaceId, columns.custom_domain, null)
  if (columns.is_default) await clearDefault(db, workspaceId)
  return insertHelpCenter(db, workspaceId, { ...columns, created_at: now, updated_at: now })
}

/** @throws 400 parameter_invalid for the host on which the API itself answers */
export function refuseOwnHost(ctx: Pick<Ctx, 'addressOf'>, domain: string | null | undefined): void {
  if (domain && URL.parse(ctx.addressOf('/'))?.hostname === domain)
    throw parameterInvalid('custom_domain must not be the host of this server', 'custom_domain')
}
