/** The last part of an address, `12-words-of-the-title`: the id counts, the words are decoration. */
import { numberId } from '../../../ids.ts'

export const idOf = (reference: string): number | undefined => {
  const [, id] = /^(\d+)(?:-.*)?$/s.exec(reference) ?? []
  return id === undefined ? undefined : numberId(id)
}

/** The words in the last part of an address, for a search. */
export const wordsIn = (address: string): string =>
  address
    .slice(address.lastIndexOf('/') + 1)
    .replace(/^\d+-?/, '')
    .replaceAll(/[-_+\0]/g, ' ')

/** True if the address of a page ends with it. @param reference decoded, as a route gives it */
export const isReference = (reference: string, path: string): boolean =>
  path.endsWith(`/${encodeURIComponent(reference.normalize('NFC'))}`)
