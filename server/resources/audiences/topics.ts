import Type from 'typebox'
import { Id, model } from '../../schema/types.ts'
import { Deleted } from '../../schema/deleted.ts'
import { Audience } from './audience.ts'

const AudienceMembership = model('audience_membership', {
  type: Type.Literal('audience_membership'),
  audience_id: Id,
  content: Type.Object({ type: Type.Literal('contact'), id: Id }),
})

/** Webhook topics of audiences and the model of each. */
export const audienceTopics = {
  'audience.created': Audience,
  'audience.deleted': Deleted,
  'audience.member_added': AudienceMembership,
  'audience.member_removed': AudienceMembership,
  'audience.updated': Audience,
}
