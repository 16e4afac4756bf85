/**
 * Endings of a test file and of the whole process. A hook that a shared module registers would belong to the file that
 * imported it first; these do not.
 *
 *   atFileEnd(() => app.close())             // once, when the file that runs now has ended
 *   afterEachFile(() => assert.equal(…))     // when any file has ended
 *   atProcessEnd(() => server.stop())        // after the last file
 *
 * The runner (cli/import-tests.mjs) calls `endFile` after each file. A file that runs by itself ends with its process.
 */
import { after } from 'node:test'

type Ending = () => unknown

let ofFile: Ending[] = []
const ofEachFile: Ending[] = []
const ofProcess: Ending[] = []

export const atFileEnd = (ending: Ending): void => void ofFile.push(ending)
export const afterEachFile = (ending: Ending): void => void ofEachFile.push(ending)
/** Endings run in the opposite order of their registration. */
export const atProcessEnd = (ending: Ending): void => void ofProcess.unshift(ending)

export async function endFile(): Promise<void> {
  const endings = [...ofFile.toReversed(), ...ofEachFile]
  ofFile = []
  await runAll(endings)
}

/** A script that is no test calls it itself. */
export async function endProcess(): Promise<void> {
  await endFile()
  await runAll(ofProcess.splice(0))
}

after(endProcess)

/** Each of them runs, also after one that fails. */
async function runAll(endings: Ending[]): Promise<void> {
  const failures: unknown[] = []
  for (const ending of endings)
    try {
      await ending()
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
}
