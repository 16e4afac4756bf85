/**
 * Data attributes: the properties of contacts, companies and conversations, with their types. Writers of
 * `custom_attributes` hold them against these with check.ts.
 */
import { createDataAttribute } from './create.ts'
import { listDataAttributes } from './list.ts'
import { updateDataAttribute } from './update.ts'

export const dataAttributes = [listDataAttributes, createDataAttribute, updateDataAttribute]
