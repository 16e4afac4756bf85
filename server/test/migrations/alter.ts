/** The actions of an `alter`, one by one, and their effect on code that knows the schema before. */

/** Actions after which that code reads and writes as before. */
const HARMLESS = [
  /^drop constraint\b/,
  /^rename constraint\b/,
  /^validate constraint\b/,
  /^alter (column )?\w+ drop not null\b/,
  /^alter (column )?\w+ set (default|storage|statistics|compression)\b/,
  /^(set|reset) \(/,
  /^attach partition\b/,
]

const KINDS: [RegExp, string][] = [
  [/^alter (column )?\w+ (set data )?type\b/, 'alter type'],
  [/^alter (column )?\w+ set not null\b/, 'set not null'],
  // Columns that an insert leaves out have no value any more.
  [/^alter (column )?\w+ drop (default|identity|expression)\b/, 'drop default'],
  [/^rename\b/, 'rename'],
  [/^set schema\b/, 'set schema'],
  [/^add (constraint|foreign|primary|unique|check|exclude)\b/, 'add constraint'],
  [/^drop\b/, 'drop column'],
]

/** @returns undefined where the action is harmless; its own words where nobody thought of it */
export function actionKind(action: string): string | undefined {
  if (HARMLESS.some((pattern) => pattern.test(action))) return undefined
  const known = KINDS.find(([pattern]) => pattern.test(action))?.[1]
  if (known !== undefined) return known
  return /^add\b/.test(action) ? addedColumnKind(action) : action.split(' ').slice(0, 3).join(' ')
}

/** An insert that does not name the column leaves it null, or at its default. */
function addedColumnKind(action: string): string | undefined {
  if (/\b(unique|primary key)\b/.test(action)) return 'add constraint'
  return /\bnot null\b/.test(action) && !/\b(default|generated)\b/.test(action) ? 'add a required column' : undefined
}

/** The actions of one statement, divided by the commas outside of brackets. */
export function partsOf(statement: string): string[] {
  const actions = statement.replace(/^alter (materialized view|\w+) (if exists )?(only )?[\w.]+ /, '')
  const parts = ['']
  let depth = 0
  for (const sign of actions) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim())
}
