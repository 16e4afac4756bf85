/** Checks that the PostgreSQL server suits Parley before anything is written to it. */
import type { Db } from './pool.ts'

const OLDEST = 15

/** @throws an error that says in a line what is missing */
export async function checkServer(db: Db): Promise<void> {
  const [server] = await db<[{ version: number; encoding: string; read_only: boolean }]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as read_only`
  const { version, encoding, read_only } = server
  if (version < OLDEST * 10_000)
    throw new Error(`it is PostgreSQL ${Math.floor(version / 10_000)}, and Parley needs ${OLDEST} or newer`)
  if (encoding !== 'UTF8')
    throw new Error(
      `its encoding is ${encoding}, and Parley needs UTF8: ` +
        `create database … encoding 'UTF8' locale 'C.UTF-8' template template0`,
    )
  if (read_only) throw new Error('it takes no writes: it is a standby, or default_transaction_read_only is on')
}
