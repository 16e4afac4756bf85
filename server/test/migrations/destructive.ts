/**
 * Statements of a migration after which code that runs on the schema before may fail: it reads what is
 * gone, or writes what is refused. Two releases run side by side while processes are replaced.
 */
const ANYWHERE: [RegExp, string][] = [
  [
    /\bdrop\s+(table|view|materialized\s+view|schema|type|domain|sequence|function|procedure|trigger|extension)\b/,
    'drop',
  ],
  [/\btruncate\b/, 'truncate'],
  [/^\s*delete\s+from\b/, 'delete'],
]

const IN_ALTER: [RegExp, string][] = [
  [/\bdrop\s+(?!constraint\b|default\b|not\s+null\b|identity\b|expression\b)/, 'drop column'],
  [/\brename\b(?!\s+constraint\b)/, 'rename'],
  [/\balter\s+(column\s+)?("[^"]+"|\w+)\s+(set\s+data\s+)?type\b/, 'alter type'],
  [/\bset\s+not\s+null\b/, 'set not null'],
  [/\badd\s+constraint\b/, 'add constraint'],
  [/\bset\s+schema\b/, 'set schema'],
]

/** @returns the kinds of destructive statements, in their order */
export function destructiveOf(sql: string): string[] {
  return statementsOf(sql).flatMap((statement) => {
    const found = ANYWHERE.filter(([pattern]) => pattern.test(statement)).map(([, kind]) => kind)
    if (!/^\s*alter\s+(table|type|view|domain|sequence)\b/.test(statement)) return found
    const altered = IN_ALTER.filter(([pattern]) => pattern.test(statement)).map(([, kind]) => kind)
    return [...found, ...altered, ...(addsRequiredColumn(statement) ? ['add a required column'] : [])]
  })
}

/** Without a default, an insert that does not name the column is refused. */
const addsRequiredColumn = (statement: string) =>
  /^\s*alter\s+table\b/.test(statement) &&
  statement
    .split(/,(?![^(]*\))/)
    .some(
      (action) =>
        /\badd\s+(column\s+)?(?!constraint\b)/.test(action) &&
        /\bnot\s+null\b/.test(action) &&
        !/\bdefault\b|\bgenerated\b/.test(action),
    )

/** In lower case, without comments, texts and the bodies of functions, which run later. */
function statementsOf(sql: string): string[] {
  return sql
    .replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, "''")
    .replaceAll(/--[^\n]*|\/\*[^]*?\*\//g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .toLowerCase()
    .split(';')
}

/** The line that a destructive migration bears: `-- not read since 0.4.0: data_attributes.options`. */
export const releaseIn = (sql: string): string | undefined => /^-- not read since (\d+\.\d+\.\d+): \S/m.exec(sql)?.[1]

/** The fault of a migration; undefined if it has none. */
export function complaintOf(sql: string, current: string): string | undefined {
  const kinds = destructiveOf(sql)
  const release = releaseIn(sql)
  if (kinds.length === 0) return release && 'names a release, and destroys nothing'
  if (!release) return `destroys (${[...new Set(kinds)].join(', ')}); say "-- not read since <release>: <what>"`
  return isLater(release, current) ? `is not read since ${release}, which is later than ${current}` : undefined
}

function isLater(a: string, b: string): boolean {
  const [one, other] = [a, b].map((release) => release.split('.').map(Number)) as [number[], number[]]
  const at = one.findIndex((part, index) => part !== other[index])
  return at >= 0 && one[at]! > other[at]!
}
