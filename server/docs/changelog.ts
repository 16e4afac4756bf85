/** The changelog of the API, as a page: each version against the one before, printed from the version files. */
import type { Change, VersionFile } from '../versions/history.ts'

/** It loads its styles and its icon, and nothing else. */
export const CHANGELOG_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** @param files all versions, the oldest first @param root the path that stands before the server's own paths */
export function changelogPage(files: VersionFile[], root: string): string {
  const newestFirst = files.map((file, at) => [file, files[at - 1]] as const).toReversed()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Changelog of the Parley API</title>
<link rel="icon" href="${root}/docs/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}/docs/changelog.css">
</head>
<body>
<header><a href="${root}/docs"><img src="${root}/docs/icon.svg" alt="" width="24" height="24"><b>Parley API</b></a></header>
<main>
<h1>Changelog</h1>
<p>Each version of the API against the one before. A request speaks the version of its <code>Intercom-Version</code> header; webhooks have one of their own.</p>
<nav aria-label="Versions"><ul>${newestFirst.map(([{ name }]) => `<li><a href="#${anchor(name)}">${name}</a></li>`).join('')}</ul></nav>
${newestFirst.map(([file, before]) => section(file, before, root)).join('\n')}
</main>
</body>
</html>
`
}

const anchor = (name: string) => `v${name}`

function section({ name, adds, removes, changes = [] }: VersionFile, before: VersionFile | undefined, root: string) {
  const title = `<h2><a href="#${anchor(name)}">${name}</a></h2>
<p class="soft">${before ? `Against ${before.name}. ` : 'The oldest version. '}<a href="${root}/docs/${name}">Reference</a></p>`
  const parts = before
    ? [
        list('Changes', changes.map(change)),
        list('New operations', codes(adds?.operations)),
        list('Operations that are gone', codes(removes?.operations)),
        ...detailsOf('New', adds),
        ...detailsOf('Gone', removes),
      ]
    : []
  const told = parts.filter(Boolean).join('\n')
  return `<section id="${anchor(name)}">
${title}
${told || (before ? '<p>Nothing else.</p>' : '<p>Later versions are told by their differences.</p>')}
</section>`
}

function change({ note, inferred, model, operations = [], topics = [] }: Change): string {
  const where = [...(model === undefined ? [] : [model]), ...operations.map(readable), ...topics]
  const labels = where.map((text) => `<code>${escape(text)}</code>`).join(' ')
  return `${marked(note)}${inferred === undefined ? '' : ` <em>Inferred: ${marked(inferred)}.</em>`}${labels && `<br><span class="where">${labels}</span>`}`
}

function detailsOf(what: 'New' | 'Gone', surface: VersionFile['adds']): string[] {
  const named = (names: Record<string, string[]> = {}) =>
    Object.entries(names).map(([of, all]) => `<code>${escape(readable(of))}</code>: ${codes(all).join(', ')}`)
  const [fields, body, query] = [named(surface?.fields), named(surface?.body), named(surface?.query)]
  return what === 'New'
    ? [list('New fields', fields), list('New fields of requests', body), list('New query parameters', query)]
    : [
        list('Fields that are gone', fields),
        list('Fields of requests that are gone', body),
        list('Query parameters that are gone', query),
      ]
}

const list = (title: string, items: string[]): string =>
  items.length === 0 ? '' : `<h3>${title}</h3>\n<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

const codes = (texts: string[] = []): string[] => texts.map((text) => `<code>${escape(readable(text))}</code>`)
const readable = (operation: string): string => operation.replaceAll('{}', '{id}')
/** Code stands between backticks. */
const marked = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
