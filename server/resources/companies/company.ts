/**
 * The company on the wire. Properties that were never set are left out, not null; a company without a plan has an
 * empty one. Others that show companies take `CompanyRow`s from queries.ts to `presentCompany`.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { CompaniesRow } from '../../db/types/companies.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { CustomAttributes, Id, model, Timestamp } from '../../schema/types.ts'
import { presentSegment, Segment } from '../segments/segment.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { presentTag } from '../tags/tag.ts'
import { CompanyNotes, presentCompanyNotes } from './note.ts'

/** A company, what its plan is called, and what hangs on it. */
export type CompanyRow = CompaniesRow & {
  plan_name: string | null
  tags: { id: number; name: string }[]
  /** The segments that it is in now. */
  segments: SegmentsRow[]
}

const properties = {
  type: Type.Literal('company'),
  company_id: Type.String(),
  id: Id,
  app_id: Type.String(),
  name: Type.Optional(Type.String()),
  remote_created_at: Type.Optional(Timestamp),
  created_at: Timestamp,
  updated_at: Timestamp,
  last_request_at: Type.Optional(Timestamp),
  monthly_spend: Type.Integer(),
  session_count: Type.Integer(),
  user_count: Type.Integer(),
  size: Type.Optional(Type.Integer()),
  website: Type.Optional(Type.String()),
  industry: Type.Optional(Type.String()),
  tags: Type.Object({
    type: Type.Literal('tag.list'),
    tags: Type.Array(TagBasic),
  }),
  segments: Type.Object({ type: Type.Literal('segment.list'), segments: Type.Array(Segment) }),
  plan: Type.Object({
    type: Type.Optional(Type.Literal('plan')),
    id: Type.Optional(Id),
    name: Type.Optional(Type.String()),
  }),
  custom_attributes: CustomAttributes,
  notes: CompanyNotes,
}

export const Company = model('company', properties)

/** As attaching and detaching a contact answer it: with its notes in every version. */
export const AttachedCompany = model('attached_company', properties)

export const DeletedCompany = model('deleted_company_object', {
  id: Id,
  object: Type.Literal('company'),
  deleted: Type.Boolean(),
})

export type CompanyWire = Static<typeof Company>

export function presentCompany(workspace: Workspace, row: CompanyRow): CompanyWire {
  return {
    type: 'company',
    company_id: row.company_id,
    id: row.id,
    app_id: workspace.app_id,
    ...(row.name !== null && { name: row.name }),
    ...(row.remote_created_at !== null && { remote_created_at: unix(row.remote_created_at) }),
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    ...(row.last_request_at !== null && { last_request_at: unix(row.last_request_at) }),
    monthly_spend: row.monthly_spend,
    session_count: row.session_count,
    user_count: row.user_count,
    ...(row.size !== null && { size: row.size }),
    ...(row.website !== null && { website: row.website }),
    ...(row.industry !== null && { industry: row.industry }),
    tags: { type: 'tag.list', tags: row.tags.map(presentTag) },
    segments: { type: 'segment.list', segments: row.segments.map((segment) => presentSegment(segment)) },
    plan: row.plan_id === null ? {} : { type: 'plan', id: String(row.plan_id), name: row.plan_name! },
    custom_attributes: row.custom_attributes as CompanyWire['custom_attributes'],
    notes: presentCompanyNotes(row),
  }
}
