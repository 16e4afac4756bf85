/** Markdown of a snippet: its title as a heading, then its words. A client may send it back as it was read. */
import { htmlToMarkdown } from '../../content/to-markdown.ts'
import { escapeHtml } from '../../html.ts'

const heading = (title: string): string => htmlToMarkdown(`<h1>${escapeHtml(title)}</h1>`)

export function titledMarkdown({ title, body }: { title: string; body: string }): string {
  const words = htmlToMarkdown(body)
  return words.trim() === '' ? heading(title) : `${heading(title)}\n${words}`
}

/** The words alone, where the Markdown begins with one of the titles. */
export function withoutTitle(markdown: string, titles: string[]): string {
  const first = titles.map((title) => heading(title).trimEnd()).find((line) => startsWithLine(markdown, line))
  return first === undefined ? markdown : markdown.slice(first.length).replace(/^(\r?\n)+/, '')
}

const startsWithLine = (text: string, line: string): boolean =>
  text.startsWith(line) && (text.length === line.length || /^\r?\n/.test(text.slice(line.length)))
