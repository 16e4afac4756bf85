/** Texts of the demo's articles: Markdown files of a title, a line of description and a body. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Text {
  title: string
  description: string
  body: string
}

/** Languages of the help center, the default one first. */
export const LOCALES = ['en', 'de', 'ar']

/** Addresses that stand in the texts of a language. */
export interface Addresses {
  /** The address of an article, by its key. */
  article: (key: string) => string
  /** A picture as HTML, by its name and its text. */
  picture: (name: string, alt: string) => string
}

/** A mark in a file: the text after it was added when the article was updated. */
const ADDED = '<!-- added -->'

/** @returns undefined where there is none in that language */
export function findText(locale: string, key: string): Text | undefined {
  const path = join(import.meta.dirname, locale, `${key}.md`)
  return existsSync(path) ? readText(path) : undefined
}

export function readText(path: string): Text {
  const [title = '', description = '', ...rest] = readFileSync(path, 'utf8').split('\n\n')
  return { title: title.replace(/^# /, ''), description, body: rest.join('\n\n').trim() }
}

export const asItWas = ({ body }: Text): string => body.split(ADDED)[0]!.trim()
export const asItIs = ({ body }: Text): string => body.replace(`${ADDED}\n\n`, '')

/** Points links between the files at articles, and pictures at where they are kept. */
export const withAddresses = (body: string, { article, picture }: Addresses): string =>
  body
    .replaceAll(/!\[([^\]]*)\]\(\.\.\/pictures\/([\w-]+)\.png\)/g, (_, alt, name) => picture(name, alt))
    .replaceAll(/\]\(([\w-]+)\.md\)/g, (_, key) => `](${article(key)})`)
