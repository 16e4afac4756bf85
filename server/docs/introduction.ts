/** What the reference of a version says before its operations, in Markdown. */
import type { Version, VersionFile } from '../versions/history.ts'

export function introduction(version: Version, file: VersionFile, before: VersionFile | undefined): string {
  return [GENERAL, differences(version, file, before)].filter(Boolean).join('\n\n')
}

const GENERAL = `
Parley speaks the Intercom REST API, in every version that is listed here, from one server.

**Token.** Every request bears an access token of the workspace: \`Authorization: Bearer <token>\`. The server prints
the first one when it starts; \`npx parley token create\` makes more. Paste one into *Authentication* to send requests
from this page: it is kept in this browser, and goes to this server only.

**Version.** A request says which version it speaks in its \`Intercom-Version\` header. Without one, the workspace's
default answers, or else the newest stable version.

**Lists.** Some go on by \`starting_after\`, a cursor that the page before gives in \`pages.next\`; others by \`page\`.

**Errors.** All have one shape, an \`error.list\`, with a \`code\` for programs and a \`message\` for people.
`.trim()

function differences(
  version: Version,
  { changes = [], adds, removes }: VersionFile,
  before: VersionFile | undefined,
): string {
  if (!before) return ''
  const notes = [
    ...(adds?.operations ?? []).map((operation) => `New: \`${readable(operation)}\``),
    ...(removes?.operations ?? []).map((operation) => `Gone: \`${readable(operation)}\``),
    ...changes.map(({ note }) => note),
    ...fields('New', adds?.fields),
    ...fields('Gone', removes?.fields),
  ]
  return `## ${version.name} against ${before.name}\n\n${notes.map((note) => `- ${note}`).join('\n')}`
}

const readable = (operation: string) => operation.replaceAll('{}', '{id}')

const fields = (what: string, models: Record<string, string[]> = {}) =>
  Object.entries(models).map(
    ([model, names]) => `${what} in \`${model}\`: ${names.map((name) => `\`${name}\``).join(', ')}`,
  )
