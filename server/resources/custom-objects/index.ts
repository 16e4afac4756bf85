/** Custom objects: their types, with attributes and relationships. */
import { customObjectTypes } from './settings/index.ts'

export const customObjects = [...customObjectTypes]
