/** Access tokens: who made them for what, which are good, and which may change settings. */
import { createToken } from './create.ts'
import { listTokens } from './list.ts'
import { revokeToken } from './revoke.ts'
import { updateToken } from './update.ts'

export const tokenSettings = [listTokens, createToken, updateToken, revokeToken]
