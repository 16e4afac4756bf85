/** Segments: groups of people or of companies, each defined by a filter. */
import { createSegment } from './create.ts'
import { deleteSegment } from './delete.ts'
import { getSegment } from './get.ts'
import { listSegments } from './list.ts'
import { previewSegment } from './preview.ts'
import { updateSegment } from './update.ts'

export const segmentSettings = [listSegments, getSegment, createSegment, previewSegment, updateSegment, deleteSegment]
