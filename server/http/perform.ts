/**
 * An operation as the server itself does it: checked and handled as if a client of the newest
 * version had asked, in the transaction that is open in `ctx`, which also emits and counts.
 *
 *   await perform(deleteContact, ctx, { params: { contact_id } })
 */
import type { Ctx } from '../context.ts'
import type { Operation } from './operation.ts'
import { bodyCheck, type Check } from './validate.ts'

const checks = new WeakMap<Operation, Check>()

/** @throws errors of the operation, and 400 for an invalid body */
export async function perform(
  operation: Operation,
  ctx: Ctx,
  { params = {}, body }: { params?: Record<string, string>; body?: unknown },
): Promise<unknown> {
  if (operation.body) checkOf(operation)(body)
  return handleWithin(operation, ctx, { params, query: {}, body })
}

/** Prepares and handles in the transaction that is open. */
export async function handleWithin(
  operation: Operation,
  ctx: Ctx,
  input: Parameters<Operation['handle']>[1],
): Promise<unknown> {
  const prepared = await operation.prepare?.(ctx, input)
  try {
    return await operation.handle(ctx, input, prepared)
  } finally {
    await prepared?.[Symbol.asyncDispose]()
  }
}

function checkOf(operation: Operation): Check {
  let check = checks.get(operation)
  if (!check) checks.set(operation, (check = bodyCheck(operation.body!, operation.unknownKeys)))
  return check
}
