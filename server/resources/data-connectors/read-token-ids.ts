import type { Ctx } from '../../context.ts'
import { numberId } from '../../ids.ts'
import { clashOf } from '../auth-tokens/header-of.ts'
import { listSealedTokens } from '../auth-tokens/queries.ts'
import { invalid } from './invalid.ts'

/**
 * Ids of tokens of the workspace, each once.
 * @throws 422 parameter_invalid for one that is not there, and for tokens that one request cannot carry together
 */
export async function readTokenIds({ db, workspaceId }: Ctx, given: (string | number)[]): Promise<number[]> {
  const ids = [...new Set(given.map((id) => numberId(id)))]
  if (!ids.every((id) => id !== undefined)) throw invalid('Token not found')
  const tokens = await listSealedTokens(db, workspaceId, ids)
  if (tokens.length < ids.length) throw invalid('Token not found')
  const clash = clashOf(tokens)
  if (clash !== undefined) throw invalid(clash)
  return ids
}
