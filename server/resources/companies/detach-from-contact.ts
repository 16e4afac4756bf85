import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { withObjects } from '../custom-objects/references.ts'
import { deleteAttachment, lockContact } from './attachment-queries.ts'
import { AttachedCompany, presentCompany } from './company.ts'
import { presentDeliveredCompanyContact } from './delivered-company.ts'
import { newlyListed } from './people-queries.ts'
import { getCompany, lockCompany } from './queries.ts'

export const detachCompany = operation({
  method: 'DELETE',
  path: '/contacts/{contact_id}/companies/{company_id}',
  group: 'Companies',
  summary: 'Detach a contact from a company',
  description: 'A company that the contact does not belong to answers 404.',
  params: Type.Object({ contact_id: Type.String(), company_id: Type.String() }),
  reply: AttachedCompany,
  answer: 'The company that the contact belonged to.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId, now } = ctx
    const locked = await lockCompany(db, workspaceId, { id: params.company_id })
    const contact = await lockContact(db, workspaceId, params.contact_id)
    if (!contact) throw notFound('contact')
    if (!locked) throw notFound('company')
    const counted = await deleteAttachment(db, workspaceId, contact, locked.id, now)
    if (!counted) throw notFound('company')
    ctx.count('companies', newlyListed([counted]))
    const row = await getCompany(db, workspaceId, locked.id, now)
    const company_ids = contact.company_ids.filter((id) => id !== locked.id)
    const after = { ...contact, company_ids, updated_at: now }
    ctx.emit(
      'company.contact.detached',
      presentDeliveredCompanyContact(ctx.workspace, row, await withObjects(ctx, after)),
    )
    return presentCompany(ctx.workspace, row)
  },
})
