/**
 * Performs operations as the demo's people did: each through its own handler, at its own time, in the
 * transaction that fills the workspace.
 */
import type { Db } from '../db/pool.ts'
import type { Operation } from '../http/operation.ts'
import { handleWithin } from '../http/perform.ts'
import { bodyCheck, type Check } from '../http/validate.ts'
import { actWithin } from '../queue/act.ts'
import { noSecrets } from '../secrets.ts'

interface Input {
  params?: Record<string, string>
  body?: object
}

/** @returns the reply, in the newest form. @throws what the operation refuses */
export type Act = (operation: Operation, at: Date, input: Input, adminId?: number) => Promise<any>

/**
 * @param address the server's address, with which addresses in replies begin
 * @param secrets the box that the server keeps secrets in; without it, an operation that makes one fails
 */
export function actIn(tx: Db, workspaceId: number, address = '', secrets = noSecrets): Act {
  const checks = new Map<Operation, Check>()
  return async (operation, at, { params = {}, body = {} }, adminId) => {
    checkOf(operation, checks)?.(body)
    let reply: unknown
    const run = async (ctx: Parameters<Operation['handle']>[0]) => {
      reply = await handleWithin(operation, ctx, { params, query: {}, body })
    }
    await actWithin(tx, workspaceId, at, run, { adminId, addressOf: (path) => address + path, secrets })
    return reply
  }
}

function checkOf(operation: Operation, checks: Map<Operation, Check>): Check | undefined {
  if (!operation.body) return undefined
  let check = checks.get(operation)
  if (!check) checks.set(operation, (check = bodyCheck(operation.body, 'refuse')))
  return check
}
