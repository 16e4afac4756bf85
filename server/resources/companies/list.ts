import { operation } from '../../http/operation.ts'
import { CompanyPage, companyPage, CompanyPageQuery } from './company-page.ts'
import { described } from '../../schema/types.ts'

export const listCompanies = operation({
  method: 'POST',
  path: '/companies/list',
  group: 'Companies',
  scopes: ['write_users_companies'],
  summary: 'List all companies',
  description:
    'By their last request, the newest first unless `order` says otherwise. Companies without contacts are left out. ' +
    'The parameters belong into the query; a body is read too, for clients that send one.',
  query: CompanyPageQuery,
  body: described(CompanyPageQuery, 'The parameters of the query, for clients that send them here.'),
  reply: CompanyPage,
  answer: 'A page of companies.',
  // It only reads, and needs no transaction.
  atomic: 'statement',
  handle: (ctx, { query, body }) => companyPage(ctx, { ...body, ...query }, {}),
})
