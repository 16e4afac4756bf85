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
import { CreatedAt, CustomAttributes, described, Id, IdOf, model, Timestamp, UpdatedAt } from '../../schema/types.ts'
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
  company_id: described(Type.String(), 'The id that the company has in your own system.'),
  id: described(Id, 'The id that Parley gave the company: 24 hex digits.'),
  app_id: described(Type.String(), 'The id of the workspace.'),
  name: described(Type.Optional(Type.String()), 'The name. Absent if unknown.'),
  remote_created_at: described(
    Type.Optional(Timestamp),
    'When the company was created in your own system. Absent if unknown.',
  ),
  created_at: CreatedAt('company'),
  updated_at: UpdatedAt('company'),
  last_request_at: described(
    Type.Optional(Timestamp),
    'When anybody of the company last used your product. Absent if unknown.',
  ),
  monthly_spend: described(
    Type.Integer(),
    'The amount that the company spends with you in a month, in whole units of your currency.',
  ),
  session_count: described(Type.Integer(), 'The number of sessions that its contacts have had.'),
  user_count: described(Type.Integer(), 'The number of active contacts that belong to it.'),
  size: described(Type.Optional(Type.Integer()), 'The number of people who work there. Absent if unknown.'),
  website: described(Type.Optional(Type.String()), 'The address of its website. Absent if unknown.'),
  industry: described(Type.Optional(Type.String()), 'The industry that it works in. Absent if unknown.'),
  tags: described(
    Type.Object({
      type: Type.Literal('tag.list'),
      tags: described(Type.Array(TagBasic), 'All of its tags.'),
    }),
    'The tags of the company.',
  ),
  segments: described(
    Type.Object({
      type: Type.Literal('segment.list'),
      segments: described(Type.Array(Segment), 'All of these segments.'),
    }),
    'The segments of companies that the company is in.',
  ),
  plan: described(
    Type.Object({
      type: described(Type.Optional(Type.Literal('plan')), 'Always `plan`.'),
      id: Type.Optional(IdOf('plan')),
      name: described(Type.Optional(Type.String()), 'The name of the plan.'),
    }),
    'The plan that the company has with you; an empty object if none.',
  ),
  custom_attributes: described(CustomAttributes, 'The values of your own data attributes, by name.'),
  notes: described(CompanyNotes, 'The notes about the company.'),
}

export const Company = model('company', properties)

/** As attaching and detaching a contact answer it: with its notes in every version. */
export const AttachedCompany = model('attached_company', properties)

export const DeletedCompany = model('deleted_company_object', {
  id: described(Id, 'The id of the company that was deleted.'),
  object: Type.Literal('company'),
  deleted: described(Type.Boolean(), 'True: the company is deleted.'),
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
