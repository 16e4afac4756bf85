import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, model } from '../../../schema/types.ts'
import { countMembers } from '../membership.ts'
import { PredicatesInput, readPredicates, readRolePredicates } from '../predicates.ts'

export const previewAudience = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/audiences/preview',
  group: 'Audiences',
  summary: 'Preview an audience',
  description: 'Counts the contacts that predicates describe now. Nothing is kept.',
  body: described(
    Type.Object({
      predicates: Type.Optional(PredicatesInput('Conditions on contacts and their companies, all of which must hold.')),
      role_predicates: Type.Optional(PredicatesInput('Roles of contacts, one of which must hold.')),
    }),
    'The predicates of the audience.',
  ),
  reply: model('audience_preview', {
    type: Type.Literal('audience_preview'),
    count: Type.Integer({ description: 'The number of contacts in the audience.' }),
  }),
  answer: 'The number of contacts in the audience.',
  refusals: { 422: 'A predicate is invalid.' },
  handle: async (ctx, { body }) => {
    const predicates = readPredicates(body.predicates ?? [])
    const role_predicates = readRolePredicates(body.role_predicates ?? [])
    return { type: 'audience_preview' as const, count: await countMembers(ctx, { predicates, role_predicates }) }
  },
})
