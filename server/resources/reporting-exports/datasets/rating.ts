import { fragment } from '../../../db/pool.ts'
import { RATING } from './known-attributes.ts'
import { adminName, attributesOf, inOrder, type Dataset } from './dataset.ts'
import {
  agentFacts,
  contactFacts,
  contactValues,
  conversationFacts,
  conversationValues,
  counted,
  ids,
  joinContact,
} from './shared.ts'

/** When it was given, or asked for. */
const AT = fragment`coalesce(t.rating_updated_at, t.rating_replied_at, t.rating_requested_at)`

export const rating: Dataset = {
  id: 'conversation_rating_sent',
  name: 'Conversation ratings',
  description: 'Ratings that contacts were asked for, with their answers.',
  time: 'conversation_rating_updated_at',
  from: fragment`from threads t ${joinContact}`,
  workspace: fragment`t.workspace_id`,
  at: AT,
  order: fragment`t.id`,
  where: fragment`${counted} and (t.rating is not null or t.rating_requested_at is not null)`,
  attributes: inOrder(RATING, [
    ...attributesOf('conversation-rating-sent', [
      ['conversation_rating_id', 'Rating ID', fragment`t.id::text`],
      ['conversation_rating', 'Rating', fragment`t.rating`],
      ['conversation_rating_remark', 'Remark', fragment`t.rating_remark`],
    ]),
    ...attributesOf('timestamp', [['conversation_rating_updated_at', 'Rating at', AT]]),
    ...attributesOf('teammate', [
      ['rated_teammate_id', 'Teammate rated', adminName(fragment`t.workspace_id`, fragment`t.rating_admin_id`)],
      ['rated_teammate_raw_id', 'Teammate rated (ID)', fragment`t.rating_admin_id::text`],
    ]),
    ...ids,
    ...conversationFacts,
    ...agentFacts,
    ...attributesOf('standard', [
      [
        'rating_participant_fin_ai_agent',
        'Fin AI Agent took part in the rated conversation',
        fragment`t.ai_agent is not null`,
      ],
    ]),
    ...attributesOf('duration', [
      ['conversation_first_response_time', 'First response time', fragment`t.time_to_admin_reply`],
    ]),
    ...attributesOf('timestamp', [['conversation_started_at', 'Conversation started at', fragment`t.created_at`]]),
    ...contactFacts,
  ]),
  custom: [conversationValues, contactValues],
}
