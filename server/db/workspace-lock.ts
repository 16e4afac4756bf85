import type { Db } from './pool.ts'

/**
 * Whoever changes what hangs together within a workspace takes turns until the transaction ends, so that what
 * is looked up first holds: settings, and attributes with the segments that ask for them. Others go on.
 */
export const lockWorkspace = async (db: Db, workspaceId: number): Promise<void> =>
  void (await db`select from workspaces where id = ${workspaceId} for no key update`)
