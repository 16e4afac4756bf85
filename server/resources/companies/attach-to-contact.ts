import Type from 'typebox'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { withObjects } from '../custom-objects/references.ts'
import { insertAttachment, lockContact } from './attachment-queries.ts'
import { AttachedCompany, presentCompany } from './company.ts'
import { presentDeliveredCompanyContact } from './delivered-company.ts'
import { newlyListed } from './people-queries.ts'
import { getCompany, lockCompany } from './queries.ts'

/** The most companies that a contact may belong to. */
const MOST = 1000

export const attachCompany = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/companies',
  group: 'Companies',
  summary: 'Attach a contact to a company',
  description: 'Takes the `id` that the company was given here. Attaching once more changes nothing.',
  params: Type.Object({ contact_id: Type.String() }),
  body: described(
    Type.Object({ id: described(Type.Optional(Nullable(IdInput)), 'The `id` of the company, as Parley gave it.') }),
    'The company.',
  ),
  reply: AttachedCompany,
  answer: 'The company that the contact now belongs to.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const id = String(body.id ?? '')
    const locked = await lockCompany(db, workspaceId, { id })
    const contact = await lockContact(db, workspaceId, params.contact_id)
    if (!contact) throw notFound('contact')
    if (id === '') throw apiError(400, 'parameter_not_found', 'company not specified')
    if (!locked) throw notFound('company')
    if (contact.company_ids.length >= MOST && !contact.company_ids.includes(locked.id)) throw tooMany()
    const counted = await insertAttachment(db, workspaceId, contact, locked.id, now)
    const row = await getCompany(db, workspaceId, locked.id, now)
    const company = presentCompany(ctx.workspace, row)
    if (!counted) return company
    ctx.count('companies', newlyListed([counted]))
    const after = { ...contact, company_ids: [...contact.company_ids, locked.id], updated_at: now }
    ctx.emit(
      'company.contact.attached',
      presentDeliveredCompanyContact(ctx.workspace, row, await withObjects(ctx, after)),
    )
    return company
  },
})

const tooMany = () =>
  apiError(400, 'contact_company_limit_exceeded', `Contact has reached the maximum of ${MOST} company associations`)
