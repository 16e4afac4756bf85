import { Deleted } from '../../schema/deleted.ts'
import { Audience } from './audience.ts'

/** Webhook topics of audiences and the model of each. */
export const audienceTopics = {
  'audience.created': Audience,
  'audience.deleted': Deleted,
  'audience.updated': Audience,
}
