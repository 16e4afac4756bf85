import { Deleted } from '../../schema/deleted.ts'
import { ContentSnippet } from './content-snippet.ts'

/** Webhook topics of content snippets and the model of each. */
export const contentSnippetTopics = {
  'content_snippet.created': ContentSnippet,
  'content_snippet.deleted': Deleted,
  'content_snippet.updated': ContentSnippet,
}
