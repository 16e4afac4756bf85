/** Contacts: the users and leads of a workspace. */
import { archiveContact } from './archive.ts'
import { blockContact } from './block.ts'
import { bulkCreateContacts } from './bulk/create.ts'
import { bulkDeleteContacts } from './bulk/delete.ts'
import { getContactsJob } from './bulk/get.ts'
import { bulkUpdateContacts } from './bulk/update.ts'
import { createContact } from './create.ts'
import { deleteContact } from './delete.ts'
import { findContactByExternalId } from './find-by-external-id.ts'
import { getContact } from './get.ts'
import { listDeletedContacts } from './list-deleted.ts'
import { listContactActivities } from './list-activities.ts'
import { listMergeHistory } from './merge/list-history.ts'
import { listContacts } from './list.ts'
import { mergeContacts } from './merge/merge.ts'
import { previewMerge } from './merge/preview.ts'
import { searchContacts } from './search.ts'
import { unarchiveContact } from './unarchive.ts'
import { updateContact } from './update.ts'

export const contacts = [
  listContacts,
  createContact,
  searchContacts,
  mergeContacts,
  previewMerge,
  listContactActivities,
  listDeletedContacts,
  getContact,
  findContactByExternalId,
  updateContact,
  deleteContact,
  archiveContact,
  unarchiveContact,
  blockContact,
  listMergeHistory,
  bulkCreateContacts,
  bulkUpdateContacts,
  bulkDeleteContacts,
  getContactsJob,
]
