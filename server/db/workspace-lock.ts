import type { Db } from './pool.ts'

/**
 * Writers of settings, and of attributes with the segments that ask for them, take turns within a workspace until the
 * transaction ends, so that rows which are looked up first still hold. Others go on.
 */
export const lockWorkspace = async (db: Db, workspaceId: number): Promise<void> =>
  void (await db`select from workspaces where id = ${workspaceId} for no key update`)
