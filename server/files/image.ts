/** Kind and measures of a picture, read from its first bytes: neither its name nor its declared type is believed. */
import { imageSize } from 'image-size'

const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' }

export interface Picture {
  content_type: string
  width: number
  height: number
}

/** @returns undefined for a file that is no picture of these kinds, or is too damaged to be measured */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  try {
    const { type = '', width, height } = imageSize(bytes)
    const content_type = TYPES[type]
    return content_type && width > 0 && height > 0 ? { content_type, width, height } : undefined
  } catch {
    return undefined // the library tells of everything that is no picture by throwing
  }
}
