import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Audience, presentAudience } from './audience.ts'
import { getAudience } from './queries.ts'

export const retrieveAudience = operation({
  method: 'GET',
  path: '/audiences/{audience_id}',
  group: 'Audiences',
  scopes: ['read_audiences', 'read_write_audiences'],
  summary: 'Retrieve an audience',
  params: Type.Object({ audience_id: Type.String() }),
  reply: Audience,
  answer: 'The audience.',
  handle: async (ctx, { params }) => presentAudience(await getAudience(ctx.db, ctx.workspaceId, params.audience_id)),
})
