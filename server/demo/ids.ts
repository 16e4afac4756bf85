/**
 * Ids of the demo's people, companies, segments and options: the same in every demo workspace, so that the examples
 * of the API reference work in any of them. Numbers come from the database, and are the same in the first workspace
 * of a fresh one.
 */
import { COMPANIES, CONVERSATION_ATTRIBUTES, DATA_ATTRIBUTES, type CompanyKey } from './company.ts'
import { PEOPLE, type PersonKey } from './people.ts'

const BEGAN = Date.UTC(2026, 0, 15, 12) / 1000
const DAY = 86_400
/** Where other ids name the process that drew them. */
const DEMO = 'feedc0ffee'

/** 24 hex digits that sort by age, as all such ids do. */
const hexId = (daysAgo: number, number: number): string =>
  Math.floor(BEGAN - daysAgo * DAY)
    .toString(16)
    .padStart(8, '0') +
  DEMO +
  number.toString(16).padStart(6, '0')

const numberOf = (key: string, of: object): number => Object.keys(of).indexOf(key) + 1

export const personId = (key: PersonKey): string => hexId(PEOPLE[key].days_ago, numberOf(key, PEOPLE))
export const companyId = (key: CompanyKey): string => hexId(COMPANIES[key].days_ago, 0x1000 + numberOf(key, COMPANIES))

/** @param number its place among the demo's segments, from 0 */
export const segmentId = (number: number): string => hexId(0, 0x2000 + number + 1)

/** The user with whom a procedure waits for a teammate. */
export const finUserId = hexId(0, 0x3000)

/** The ids of the options of the tickets' machines. */
export const machineIds = (machines: string[]): string[] => machines.map((_, place) => optionUuid(9000 + place))

const optionUuid = (number: number): string => `feedc0ff-ee00-4000-a000-${number.toString().padStart(12, '0')}`

const ATTRIBUTES = [...DATA_ATTRIBUTES, ...CONVERSATION_ATTRIBUTES]

/** @returns the ids of the options of a list, in their order; none for attributes of other types */
export const optionIds = (attribute: (typeof ATTRIBUTES)[number]): string[] =>
  (attribute.options ?? []).map((_, place) => optionUuid(ATTRIBUTES.indexOf(attribute) * 100 + place + 1))
