import { ContactTag } from './contact-tag.ts'

/** Webhook topics of tags on contacts and the model of each. */
export const tagTopics = {
  'contact.lead.tag.created': ContactTag,
  'contact.lead.tag.deleted': ContactTag,
  'contact.user.tag.created': ContactTag,
  'contact.user.tag.deleted': ContactTag,
}
