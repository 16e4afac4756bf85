/**
 * The user that PostgreSQL runs as. PostgreSQL refuses root, so a start by root switches to another user, who must be
 * able to enter its folders.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface DatabaseUser {
  name: string
  uid: number
  gid: number
  /** Options of `spawn` that run a process as this user; empty if that is the current user. */
  identity: { uid: number; gid: number } | Record<string, never>
}

/** An existing cluster's owner, else the first of these that the machine has. */
const CANDIDATES = ['postgres', '_postgres', 'nobody']

/** @param cluster the cluster's folder, if there is one already */
export function chooseDatabaseUser(cluster?: string): DatabaseUser {
  const uid = process.getuid?.() ?? 0
  const accounts = readAccounts()
  if (uid !== 0) {
    const name = accounts.find((account) => account.uid === uid)?.name ?? `user ${uid}`
    return { name, uid, gid: process.getgid?.() ?? 0, identity: {} }
  }
  const owner = cluster ? statSync(cluster).uid : 0
  const account =
    owner === 0
      ? CANDIDATES.map((name) => accounts.find((a) => a.name === name)).find((a) => a !== undefined)
      : accounts.find((a) => a.uid === owner)
  if (!account) {
    throw new Error(
      owner === 0
        ? 'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" for it; ' +
            'start Parley as an ordinary user, or set DATABASE_URL'
        : `${cluster} belongs to user ${owner}, who has no account on this machine`,
    )
  }
  return { ...account, identity: { uid: account.uid, gid: account.gid } }
}

type Ability = 'enter' | 'write'

/** True if the user can enter (or write in) this folder; a missing folder stands for its nearest parent. */
export function can(user: DatabaseUser, ability: Ability, path: string): boolean {
  const flag = ability === 'enter' ? '-x' : '-w'
  // Asked of the kernel as that user, because modes alone do not tell (ACLs, read-only mounts).
  const script =
    'p=$1; until [ -e "$p" ] || [ "$p" = / ] || ! [ -x "$(dirname "$p")" ]; do p=$(dirname "$p"); done; test "$2" "$p"'
  return spawnSync('/bin/sh', ['-c', script, 'sh', path, flag], { ...user.identity, cwd: '/' }).status === 0
}

/** The first folder on the way to this one that the user cannot enter. */
export function findBarrier(user: DatabaseUser, path: string): string | undefined {
  const above = dirname(path)
  const barrier = above === path ? undefined : findBarrier(user, above)
  return barrier ?? (can(user, 'enter', path) ? undefined : path)
}

function readAccounts(): Omit<DatabaseUser, 'identity'>[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [name = '', , uid, gid] = line.split(':')
      return { name, uid: Number(uid), gid: Number(gid) }
    })
}
