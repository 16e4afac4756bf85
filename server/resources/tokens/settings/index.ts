/** Access tokens: their creators and purposes, their validity, and their right to change settings. */
import { createToken } from './create.ts'
import { listTokens } from './list.ts'
import { revokeToken } from './revoke.ts'
import { updateToken } from './update.ts'

export const tokenSettings = [listTokens, createToken, updateToken, revokeToken]
