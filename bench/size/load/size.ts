/** Row counts: one big workspace, and 49 workspaces with a hundredth of it each. */
export interface Size {
  name: string
  /** Rows of the big workspace. */
  contacts: number
  companies: number
  conversations: number
  /** Parts of each conversation. */
  parts: number
  /** The number of small workspaces. */
  neighbours: number
}

const CONTACTS = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }

export const SIZES = Object.keys(CONTACTS)

/** @throws where there is no such size */
export function sizeNamed(name: string): Size {
  if (!Object.hasOwn(CONTACTS, name)) throw new Error(`--size ${name}: there is ${SIZES.join(', ')}`)
  return sizeOf(name, CONTACTS[name as keyof typeof CONTACTS], 49)
}

/** Rows are dealt out by the hundred, so that there are so many at least of each. */
export function sizeOf(name: string, contacts: number, neighbours: number): Size {
  return {
    name,
    contacts: hundreds(contacts),
    companies: hundreds(contacts / 10),
    conversations: hundreds(contacts * 0.3),
    parts: 10,
    neighbours,
  }
}

/** At the least one hundred. */
const hundreds = (rows: number) => Math.max(1, Math.round(rows / 100)) * 100

/** Among so many rows, every which one it takes to have about that many in all; small sizes have fewer. */
export const everyNth = (rows: number, wanted: number): number => Math.max(10, Math.floor(rows / wanted))
