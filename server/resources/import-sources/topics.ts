import { DeletedImportSource, ImportSource } from './import-source.ts'

/** Webhook topics of content import sources and the model of each. */
export const importSourceTopics = {
  'content_import_source.created': ImportSource,
  'content_import_source.deleted': DeletedImportSource,
  'content_import_source.updated': ImportSource,
}
