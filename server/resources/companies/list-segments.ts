import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { presentSegment, Segment } from '../segments/segment.ts'
import { getCompany } from './queries.ts'

export const listSegmentsOfCompany = operation({
  method: 'GET',
  path: '/companies/{company_id}/segments',
  group: 'Companies',
  scopes: ['read_users_companies'],
  summary: 'List the segments of a company',
  description: 'Every segment of companies whose filter finds it now.',
  params: Type.Object({ company_id: Type.String() }),
  reply: list(Segment),
  answer: 'The segments that the company is in.',
  handle: async (ctx, { params }) => {
    const company = await getCompany(ctx.db, ctx.workspaceId, params.company_id, ctx.now)
    return { type: 'list' as const, data: company.segments.map((segment) => presentSegment(segment)) }
  },
})
