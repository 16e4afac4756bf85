/** The IP allowlist: addresses that requests with a workspace's tokens may come from (`http/before-body.ts` asks it). */
import { getIpAllowlist } from './get.ts'
import { updateIpAllowlist } from './update.ts'

export const ipAllowlist = [getIpAllowlist, updateIpAllowlist]
