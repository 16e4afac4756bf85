/** Tags, and what hangs them on contacts, companies and conversations. */
import { createTag } from './create.ts'
import { deleteTag } from './delete.ts'
import { getTag } from './get.ts'
import { listContactTags } from './list-on-contact.ts'
import { listTags } from './list.ts'
import { tagContact } from './tag-contact.ts'
import { tagContentSnippet } from './tag-content-snippet.ts'
import { tagConversation } from './tag-conversation.ts'
import { tagExternalPage } from './tag-external-page.ts'
import { tagInternalArticle } from './tag-internal-article.ts'
import { tagTicket } from './tag-ticket.ts'
import { untagContact } from './untag-contact.ts'
import { untagContentSnippet } from './untag-content-snippet.ts'
import { untagConversation } from './untag-conversation.ts'
import { untagExternalPage } from './untag-external-page.ts'
import { untagInternalArticle } from './untag-internal-article.ts'
import { untagTicket } from './untag-ticket.ts'

export const tags = [
  createTag,
  listTags,
  getTag,
  deleteTag,
  listContactTags,
  tagContact,
  untagContact,
  tagConversation,
  untagConversation,
  tagTicket,
  untagTicket,
  tagContentSnippet,
  untagContentSnippet,
  tagInternalArticle,
  untagInternalArticle,
  tagExternalPage,
  untagExternalPage,
]
