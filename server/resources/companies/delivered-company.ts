/**
 * The company in webhooks: missing values are null, tags are ids, times are texts to the millisecond. Beside a
 * contact that came to it or left it, it has a form of its own. Source: captured deliveries.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { isoTime } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { CustomAttributes, Id, IsoTime, model, Nullable } from '../../schema/types.ts'
import { DeliveredParticipant, presentDeliveredParticipant } from '../contacts/delivered-contact.ts'
import type { CompanyRow } from './company.ts'

const MaybeText = Nullable(Type.String())
const MaybeTime = Nullable(IsoTime)
const type = Type.Literal('company')

export const DeliveredCompany = model('delivered_company', {
  type,
  id: Id,
  name: MaybeText,
  app_id: Type.String(),
  plan: Nullable(Type.Object({ type: Type.Literal('plan'), id: Id, name: Type.String() })),
  company_id: Type.String(),
  remote_created_at: MaybeTime,
  created_at: IsoTime,
  updated_at: IsoTime,
  last_request_at: MaybeTime,
  size: Nullable(Type.Integer()),
  website: MaybeText,
  industry: MaybeText,
  monthly_spend: Type.Integer(),
  session_count: Type.Integer(),
  user_count: Type.Integer(),
  custom_attributes: CustomAttributes,
  tag_ids: Type.Array(Id),
})

export const DeliveredCompanyContact = Type.Object({
  company: model('delivered_company_of_contact', {
    type,
    id: Id,
    company_id: Type.String(),
    app_id: Type.String(),
    name: MaybeText,
    plan_id: Nullable(Id),
    remote_created_at: MaybeTime,
    created_at: IsoTime,
    updated_at: IsoTime,
    last_request_at: MaybeTime,
    monthly_spend: Type.Integer(),
    session_count: Type.Integer(),
    user_count: Type.Integer(),
    tag_ids: Type.Array(Id),
    custom_attributes: CustomAttributes,
  }),
  contact: DeliveredParticipant,
})

export const DeletedCompany = model('delivered_company_deleted', { id: Id, type, deleted: Type.Boolean() })

export function presentDeliveredCompany(workspace: Workspace, row: CompanyRow): Static<typeof DeliveredCompany> {
  const { type, id, name, app_id, company_id, tag_ids, custom_attributes, ...common } = commonOf(workspace, row)
  const { monthly_spend, session_count, user_count, ...times } = common
  return {
    type,
    id,
    name,
    app_id,
    plan: row.plan_id === null ? null : { type: 'plan', id: String(row.plan_id), name: row.plan_name! },
    company_id,
    ...times,
    size: row.size,
    website: row.website,
    industry: row.industry,
    monthly_spend,
    session_count,
    user_count,
    custom_attributes,
    tag_ids,
  }
}

export function presentDeliveredCompanyContact(
  workspace: Workspace,
  row: CompanyRow,
  contact: ContactsRow,
): Static<typeof DeliveredCompanyContact> {
  const { type, id, company_id, app_id, name, tag_ids, custom_attributes, ...common } = commonOf(workspace, row)
  const plan_id = row.plan_id === null ? null : String(row.plan_id)
  return {
    company: { type, id, company_id, app_id, name, plan_id, ...common, tag_ids, custom_attributes },
    contact: presentDeliveredParticipant(workspace, contact),
  }
}

const commonOf = (workspace: Workspace, row: CompanyRow) => ({
  type: 'company' as const,
  id: row.id,
  company_id: row.company_id,
  app_id: workspace.app_id,
  name: row.name,
  remote_created_at: isoTime(row.remote_created_at),
  created_at: isoTime(row.created_at),
  updated_at: isoTime(row.updated_at),
  last_request_at: isoTime(row.last_request_at),
  monthly_spend: row.monthly_spend,
  session_count: row.session_count,
  user_count: row.user_count,
  tag_ids: row.tag_ids.map(String),
  custom_attributes: row.custom_attributes as Static<typeof CustomAttributes>,
})
