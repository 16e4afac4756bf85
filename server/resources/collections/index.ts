/**
 * Collections of articles in a help center. They nest; versions before that know sections in collections, which are
 * the same thing: a collection with a parent.
 */
import { createCollection } from './create.ts'
import { deleteCollection } from './delete.ts'
import { getCollection } from './get.ts'
import { listCollections } from './list.ts'
import { createSection } from './sections/create.ts'
import { deleteSection } from './sections/delete.ts'
import { getSection } from './sections/get.ts'
import { listSections } from './sections/list.ts'
import { updateSection } from './sections/update.ts'
import { updateCollection } from './update.ts'

export const collections = [
  listCollections,
  createCollection,
  getCollection,
  updateCollection,
  deleteCollection,
  listSections,
  createSection,
  getSection,
  updateSection,
  deleteSection,
]
