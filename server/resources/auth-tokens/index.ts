/** Auth tokens: credentials of other services, which requests to them carry. Their values are sealed. */
import { createAuthToken } from './create.ts'
import { getAuthToken } from './get.ts'
import { listAuthTokens } from './list.ts'
import { updateAuthToken } from './update.ts'

export const authTokens = [listAuthTokens, createAuthToken, getAuthToken, updateAuthToken]
