/** Bodies as editors, other systems and attackers write them. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { decodeDocument } from './charset.ts'
import { cleanHtml, type Content } from './content.ts'
import { markdownToHtml } from './from-markdown.ts'

const FOLDER = join(import.meta.dirname, 'samples')

export const sample = (name: string): string => decodeDocument(readFileSync(join(FOLDER, name))).text

/** Samples of HTML and of Markdown. */
export const SAMPLES: string[] = readdirSync(FOLDER).filter((name) => /\.(?:html|md)$/.test(name))

/** The sample as it was converted. */
export const converted = (name: string): Content =>
  name.endsWith('.md') ? markdownToHtml(sample(name)) : cleanHtml(sample(name))

/** The sample as it is stored. */
export const stored = (name: string): string => converted(name).html

/** The text that a reader sees, its blanks made one. */
export const shown = (html: string): string =>
  html
    .replaceAll(/<br>|<\/(?:p|li|td|th|h\d|summary)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
