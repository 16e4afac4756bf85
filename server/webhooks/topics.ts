/** Every webhook topic and the model of its item, as each noun tells them: the outbox keeps items in the newest form. */
import type { TSchema } from 'typebox'
import { activityLogTopics } from '../resources/activity-logs/topics.ts'
import { adminTopics } from '../resources/admins/topics.ts'
import { articleTopics } from '../resources/articles/topics.ts'
import { audienceTopics } from '../resources/audiences/topics.ts'
import { callTopics } from '../resources/calls/topics.ts'
import { companyTopics } from '../resources/companies/topics.ts'
import { contactTopics } from '../resources/contacts/topics.ts'
import { contentSnippetTopics } from '../resources/content-snippets/topics.ts'
import { conversationTopics } from '../resources/conversations/topics.ts'
import { dataConnectorTopics } from '../resources/data-connectors/topics.ts'
import { dataEventTopics } from '../resources/data-events/topics.ts'
import { finTopics } from '../resources/fin/events.ts'
import { importSourceTopics } from '../resources/import-sources/topics.ts'
import { procedureTopics } from '../resources/procedures/topics.ts'
import { subscriptionTopics } from '../resources/subscriptions/topics.ts'
import { tagTopics } from '../resources/tags/topics.ts'
import { jobTopics, ticketTopics } from '../resources/tickets/topics.ts'
import { visitorTopics } from '../resources/visitors/topics.ts'

const TOPICS: Record<string, TSchema> = {
  ...adminTopics,
  ...activityLogTopics,
  ...articleTopics,
  ...audienceTopics,
  ...callTopics,
  ...companyTopics,
  ...contactTopics,
  ...contentSnippetTopics,
  ...conversationTopics,
  ...dataConnectorTopics,
  ...dataEventTopics,
  ...finTopics,
  ...importSourceTopics,
  ...procedureTopics,
  ...subscriptionTopics,
  ...tagTopics,
  ...ticketTopics,
  ...jobTopics,
  ...visitorTopics,
}

export const topics = Object.keys(TOPICS).toSorted()
export const isTopic = (name: string): boolean => Object.hasOwn(TOPICS, name)

/** The model of a topic's item. */
export function modelOf(topic: string): TSchema {
  const model = TOPICS[topic]
  if (!model) throw new Error(`${topic} is not a topic`)
  return model
}

/** The models of all items. */
export const itemModels: TSchema[] = topics.map(modelOf)
