/** The introduction of a version's reference, in Markdown. */
import type { Version, VersionFile } from '../versions/history.ts'

/** @param root the path that stands before the server's own paths */
export function introduction(
  version: Version,
  file: VersionFile,
  before: VersionFile | undefined,
  root: string,
): string {
  return [general(root), differences(version, file, before)].filter(Boolean).join('\n\n')
}

const general = (root: string) =>
  `
Parley speaks the Intercom REST API, in every version that is listed here, from one server.

**Token.** Every request bears an access token of the workspace: \`Authorization: Bearer <token>\`. The server prints
the first one when it starts; \`npx parley token create\` makes more. Paste one into the field
above to send requests from these pages: it is kept in this tab, and goes to this server only.

**Version.** A request says which version it speaks in its \`Intercom-Version\` header. Without one, the workspace's
default answers, or else the newest stable version.

**Lists.** Some go on by \`starting_after\`, a cursor that the page before gives in \`pages.next\`; others by \`page\`.

**Errors.** All have one shape, an \`error.list\`, with a \`code\` for programs and a \`message\` for people.

**Settings.** Admins, teams, segments and the other settings of a workspace are set by the
[settings API](${root}/docs/settings), which is Parley's own.
`.trim()

export const settingsIntroduction = (root: string): string =>
  `
The settings of a workspace: its admins, teams, segments, access tokens and more. These
operations are Parley's own, under \`/parley\`, beside the [API that it shares with Intercom](${root}/docs).

**Token.** The same access tokens open them, but only tokens that may change settings, because they can
make admins and tokens. The token that the server prints when it is first started may; \`npx parley token create\` makes
tokens that may not, and tokens that may with \`--settings\`. Others are answered 403.

**Version.** They have none: they answer in one form, with any \`Intercom-Version\`.

**Changes.** \`PUT\` changes what it is given, and leaves the rest as it is.

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
    ...changes.map(({ note, inferred }) => (inferred === undefined ? note : `${note} _Inferred: ${inferred}._`)),
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
