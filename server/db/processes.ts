/** Facts of the operating system about other processes. Linux is asked through /proc, others through ps. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'

export interface ProcessIdentity {
  pid: number
  /** Tells it from a later process with the same number; empty where that could not be found out. */
  birth: string
}

/** The identity of a running process, or undefined where there is none with this number. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  if (!isNumberTaken(pid)) return undefined
  if (process.platform !== 'linux') return { pid, birth: ps(pid, 'lstart=') }
  const stat = procFile(pid, 'stat')
  if (stat === undefined) return { pid, birth: '' }
  // The name in brackets may hold anything; the third field (state) follows it, the 22nd is the start time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return undefined
  return { pid, birth: `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}` }
}

/** True where a signal to the number reaches something: a process, or a zombie, which is none any more. */
export function isNumberTaken(pid: number): boolean {
  if (!(pid > 0)) return false // to kill(2) these mean whole groups
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Processes that work in a folder, as the servers and children of PostgreSQL do; none where the system does not tell. */
export function listProcessesIn(folder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isIn(Number(name), folder))
    .map(Number)
}

/** True if the process still runs, or if that cannot be told. */
export function isRunning({ pid, birth }: ProcessIdentity): boolean {
  const found = findProcess(pid)
  return found !== undefined && (found.birth === birth || found.birth === '')
}

/** True if the process is a PostgreSQL on this data folder. */
export function isPostgresOf(pid: number, cluster: string): boolean {
  if (!findProcess(pid)) return false
  if (process.platform !== 'linux') {
    const command = ps(pid, 'command=')
    return command.includes('postgres') && command.includes(cluster)
  }
  // The postmaster changes into its data folder.
  return isIn(pid, cluster)
}

function isIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch {
    // Gone meanwhile, or another user's: a postmaster on our folder runs as our user.
    return false
  }
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1')
  } catch {
    return undefined // hidden from us (hidepid), or gone meanwhile
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
