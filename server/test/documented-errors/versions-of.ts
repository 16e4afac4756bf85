import { history } from '../../versions/index.ts'
import type { Version } from '../../versions/history.ts'
import type { ErrorRow } from './row.ts'

const place = (name: string) => history.versions.findIndex((version) => version.name === name)

/** The versions that have the operation of a row and answer as it says. */
export const versionsOf = ({ operation, since, until }: Pick<ErrorRow, 'operation' | 'since' | 'until'>): Version[] =>
  history.versions.filter(
    ({ name, serves }) =>
      serves(operation) &&
      (since === undefined || place(name) >= place(since)) &&
      (until === undefined || place(name) <= place(until)),
  )

/** A sample of versions that answer alike: the oldest, the newest stable and the newest. */
export const tried = (versions: Version[]): Version[] => {
  const stable = versions.filter((version) => version !== history.newest)
  return [...new Set([versions[0], stable.at(-1), versions.at(-1)])].filter((version) => version !== undefined)
}
