/** Segments: groups of people that a filter defines. */
import { getSegment } from './get.ts'
import { listSegmentsOfContact } from './list-of-contact.ts'
import { listSegments } from './list.ts'
import { segmentSettings } from './settings/index.ts'

export const segments = [listSegments, getSegment, listSegmentsOfContact, ...segmentSettings]
