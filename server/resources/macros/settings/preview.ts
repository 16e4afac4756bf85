import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import type { ContactsRow } from '../../../db/types/contacts.ts'
import { operation } from '../../../http/operation.ts'
import { fillPlaceholders } from '../../../placeholders/fill.ts'
import { namesOf, valuesOf } from '../../../placeholders/vocabulary.ts'
import { described, IdInput, model } from '../../../schema/types.ts'
import { getAdmin } from '../../admins/queries.ts'
import type { CompanyRow } from '../../companies/company.ts'
import { listCompaniesByIds } from '../../companies/queries.ts'
import { getAnyContact } from '../../contacts/queries.ts'
import * as queries from './queries.ts'

const MacroPreview = model('macro_preview', {
  type: Type.Literal('macro_preview'),
  body: described(Type.String(), 'The text as the contact would read it, as HTML.'),
  missing: described(
    Type.Array(Type.String({ description: 'The key of the placeholder.' })),
    'Placeholders that have neither a value for this contact nor a fallback.',
  ),
})

export const previewMacro = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/macros/{macro_id}/preview',
  group: 'Macros',
  summary: 'Preview a macro for a contact',
  description: 'Nothing is sent. The teammate is the admin of the token.',
  params: Type.Object({ macro_id: Type.String() }),
  body: described(
    Type.Object({
      contact_id: described(
        Type.Optional(IdInput),
        'The id of the contact. Without one, placeholders about the contact have no value.',
      ),
    }),
    'The reader.',
  ),
  reply: MacroPreview,
  answer: 'The text with its placeholders filled in.',
  handle: async (ctx, { params, body }) => {
    const macro = await queries.getMacro(ctx.db, ctx.workspaceId, params.macro_id)
    const contact =
      body.contact_id === undefined ? undefined : await getAnyContact(ctx.db, ctx.workspaceId, String(body.contact_id))
    const { html, missing } = fillPlaceholders(macro.body, valuesOf(await subjectsOf(ctx, contact)))
    return { type: 'macro_preview' as const, body: html, missing }
  },
})

async function subjectsOf(ctx: Ctx, contact: ContactsRow | undefined) {
  const [admin, [company]] = await Promise.all([
    getAdmin(ctx.db, ctx.workspaceId, ctx.actor.adminId),
    listCompaniesByIds(ctx.db, ctx.workspaceId, contact?.company_ids.slice(0, 1) ?? [], ctx.now),
  ])
  const person = contact && personOf(contact)
  return {
    user: person,
    contact: person,
    company: company && companyOf(company),
    teammate: { properties: { id: admin.id, email: admin.email, ...namesOf(admin.name) }, custom_attributes: {} },
    app: { properties: { id: ctx.workspace.app_id, name: ctx.workspace.name }, custom_attributes: {} },
  }
}

const personOf = ({ location_city: city, location_country: country, ...contact }: ContactsRow) => ({
  properties: {
    id: contact.id,
    email: contact.email,
    phone: contact.phone,
    external_id: contact.external_id,
    user_id: contact.external_id,
    role: contact.role,
    city,
    country,
    language: contact.language_override ?? contact.browser_language,
    ...namesOf(contact.name),
  },
  custom_attributes: contact.custom_attributes as Record<string, unknown>,
})

const companyOf = ({ id, company_id, name, industry, website, size, custom_attributes }: CompanyRow) => ({
  properties: { id, company_id, name, industry, website, size },
  custom_attributes: custom_attributes as Record<string, unknown>,
})
