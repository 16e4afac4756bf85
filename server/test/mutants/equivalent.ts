import { httpEquivalents } from './equivalent-http.ts'
import { versionEquivalents } from './equivalent-versions.ts'

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
  ...versionEquivalents,
  ...httpEquivalents,
  {
    file: 'server/search/date-field.ts',
    line: "return operator === '>' ? '>=' : operator === '<' ? '<=' : operator",
    original: "'<='",
    replacement: '""',
    reason: 'What is none of the other comparisons is compiled as `<=`.',
  },
  {
    file: 'server/search/values.ts',
    line: "if (typeof number !== 'number' || !Number.isFinite(number)) throw invalidValue(value, 'float')",
    original: "typeof number !== 'number'",
    replacement: 'false',
    reason: '`Number.isFinite` is false for anything but a number.',
  },
  {
    file: 'server/search/values.ts',
    line: "if (typeof seconds !== 'number' || !Number.isFinite(seconds)) throw invalidValue(value, 'date')",
    original: "typeof seconds !== 'number'",
    replacement: 'false',
    reason: '`Number.isFinite` is false for anything but a number.',
  },
  {
    file: 'server/search/values.ts',
    line: "typeof value === 'object' && value !== null && Number.isFinite((value as { days_ago?: unknown }).days_ago)",
    original: "typeof value === 'object'",
    replacement: 'true',
    reason: 'A text, a number or a boolean has no `days_ago`, and no value is undefined.',
  },
  {
    file: 'server/threads/statistics.ts',
    line: 'const later = (a: Date, b: Date): Date => (a > b ? a : b)',
    original: 'a > b',
    replacement: 'a >= b',
    reason: 'Of two equal times either one is the later.',
  },
  {
    file: 'server/outgoing/addresses.ts',
    line: "return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')",
    original: 'family === 6',
    replacement: 'true',
    reason: 'A text that is no address is in no block: `check` answers false.',
  },
  {
    file: 'server/outgoing/addresses.ts',
    line: "return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')",
    original: "'ipv6'",
    replacement: '""',
    reason: 'An address that is not of family 4 is read as one of IPv6, named or not.',
  },
  {
    file: 'server/outgoing/addresses.ts',
    line: "return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')",
    original: "'ipv6'",
    replacement: '""',
    reason: 'An address that is not of family 4 is read as one of IPv6, named or not.',
  },
  {
    file: 'server/outgoing/addresses.ts',
    line: "return family !== 0 && own.check(address, family === 4 ? 'ipv4' : 'ipv6')",
    original: 'family !== 0',
    replacement: 'true',
    reason: 'A text that is no address is in no block: `check` answers false.',
  },
  {
    file: 'server/outgoing/addresses.ts',
    line: "return family !== 0 && own.check(address, family === 4 ? 'ipv4' : 'ipv6')",
    original: "'ipv6'",
    replacement: '""',
    reason: 'An address that is not of family 4 is read as one of IPv6, named or not.',
  },
  {
    file: 'server/outgoing/addresses.ts',
    line: "return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')",
    original: 'family !== 0',
    replacement: 'true',
    reason: 'A text that is no address is in no block: `check` answers false.',
  },
  {
    file: 'server/outgoing/addresses.ts',
    line: "return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')",
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
]
