/** Mutants that no test can notice, because the program does the same with them. */
export interface Equivalent {
  file: string
  /** The line that it begins in, as it stands there but for the space around it. */
  line: string
  original: string
  replacement: string
  reason: string
}

export const equivalents: Equivalent[] = [
  {
    file: 'server/versions/fold.ts',
    line: 'if (model === undefined) return { properties, required }',
    original: 'model === undefined',
    replacement: 'false',
    reason: 'No step names a model that has no name.',
  },
  {
    file: 'server/versions/fold.ts',
    line: 'for (const file of past) for (const name of file.removes?.fields?.[model] ?? []) delete all[name]',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'No model has a property of that name, so nothing is deleted.',
  },
  {
    file: 'server/versions/fold.ts',
    line: 'for (const change of file.changes ?? []) {',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'The text has no model and no operations: it is passed over as a change of others.',
  },
  {
    file: 'server/versions/fold.ts',
    line: 'if (schema) was.add(name)',
    original: 'schema',
    replacement: 'true',
    reason: 'Only names that stand in the schema are looked at, and this one was just deleted.',
  },
  {
    file: 'server/versions/fold.ts',
    line: 'for (const name of file.adds?.fields?.[model] ?? []) delete all[name]',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'No model has a property of that name, so nothing is deleted.',
  },
  {
    file: 'server/versions/fold.ts',
    line: 'const { properties, required = [] } = schema as ObjectSchema',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'Only names that stand in the schema are left.',
  },
  {
    file: 'server/versions/fold.ts',
    line: 'for (const file of past) for (const name of file.removes?.[part]?.[operation] ?? []) delete all[name]',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'No body or query has a property of that name, so nothing is deleted.',
  },
  {
    file: 'server/versions/fold.ts',
    line: 'for (const name of file.adds?.[part]?.[operation] ?? []) delete all[name]',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'No body or query has a property of that name, so nothing is deleted.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'const changeNames = files.flatMap((file) => (file.changes ?? []).map((change) => change.name))',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'Texts have no name, and of changes without a name none is found twice.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'files.flatMap((f, at) => [f.name, ...(f.aliases ?? [])].map((n) => [n.toLowerCase(), versions[at]!])),',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'Nobody asks for a version of that name.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'const known = new Set(past.flatMap((file) => (file.changes ?? []).map((change) => change.name)))',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'It is no name of a change, and nobody asks for the change without a name.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'const notYet = new Set(ahead.flatMap((file) => file.adds?.operations ?? []))',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'There is no operation of that name.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'const gone = new Set(past.flatMap((file) => file.removes?.operations ?? []))',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'There is no operation of that name.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'const hidden = compileStep(reply, { fields: mergeFields(past.map((file) => file.removes?.fields)), changes: [] })',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'The text has no model: no model is rewritten by it.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'return compileStep(schema, { fields: file.adds?.fields ?? {}, changes: file.changes ?? [] })',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'The text has no model: no model is rewritten by it.',
  },
  {
    file: 'server/versions/history.ts',
    line: '.flatMap((file) => file.changes ?? [])',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'The text has no way up.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'steps.length === 1 ? steps[0]! : (value) => steps.reduce((v, step) => step(v), value)',
    original: 'steps.length === 1',
    replacement: 'false',
    reason: 'A chain of one step does what the step does, with one call more.',
  },
  {
    file: 'server/versions/history.ts',
    line: 'for (const [model, names] of Object.entries(fields ?? {})) (merged[model] ??= []).push(...names)',
    original: '[]',
    replacement: '["Stryker was here"]',
    reason: 'No model has a property of that name, so nothing is hidden.',
  },
  {
    file: 'server/versions/rewrite.ts',
    line: 'if (name === undefined) return undefined',
    original: 'name === undefined',
    replacement: 'false',
    reason: 'No step names a model that has no name.',
  },
  {
    file: 'server/webhooks/addresses.ts',
    line: "return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')",
    original: 'family === 6',
    replacement: 'true',
    reason: 'A text that is no address is in no block: `check` answers false.',
  },
  {
    file: 'server/webhooks/addresses.ts',
    line: "return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')",
    original: "'ipv6'",
    replacement: '""',
    reason: 'An address that is not of family 4 is read as one of IPv6, named or not.',
  },
  {
    file: 'server/webhooks/outcome.ts',
    line: 'export const isDelivered = ({ status }: Answer): boolean => status !== null && status >= 200 && status < 300',
    original: 'status !== null',
    replacement: 'true',
    reason: 'Null is not 200 or more.',
  },
  {
    file: 'server/search/values.ts',
    line: "if (typeof number !== 'number' || !Number.isFinite(number)) throw invalidValue(value, 'float')",
    original: "typeof number !== 'number'",
    replacement: 'false',
    reason: '`Number.isFinite` is false of what is no number.',
  },
  {
    file: 'server/search/values.ts',
    line: "if (typeof seconds !== 'number' || !Number.isFinite(seconds)) throw invalidValue(value, 'date')",
    original: "typeof seconds !== 'number'",
    replacement: 'false',
    reason: '`Number.isFinite` is false of what is no number.',
  },
  {
    file: 'server/search/values.ts',
    line: "typeof value === 'object' && value !== null && Number.isFinite((value as { days_ago?: unknown }).days_ago)",
    original: "typeof value === 'object'",
    replacement: 'true',
    reason: 'A text, a number or a boolean has no `days_ago`, and no value is undefined.',
  },
]
