/** The id in `12-words-of-the-title`. The words are decoration. */
import { numberId } from '../../../ids.ts'

export const idOf = (reference: string): number | undefined => {
  const [, id] = /^(\d+)(?:-.*)?$/s.exec(reference) ?? []
  return id === undefined ? undefined : numberId(id)
}
