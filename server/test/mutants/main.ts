/**
 * Puts small faults into the modules that are pure logic, one at a time, and prints the ones that
 * the modules' own tests let through.
 *
 *   npm run mutants              every module
 *   npm run mutants -- versions  one of them
 *
 * Exits with 1 where more than 15 % survive, or where an entry of equivalent.ts names no survivor.
 */
import { equivalents } from './equivalent.ts'
import { runMutants } from './mutant.ts'
import { modules } from './modules.ts'
import { judge, type Judgement } from './judge.ts'

const MOST_SURVIVING = 0.15

const [name] = process.argv.slice(2)
if (name !== undefined && !Object.hasOwn(modules, name)) {
  console.error(`There is no module ${name}. Modules: ${Object.keys(modules).join(', ')}`)
  process.exit(2)
}

const judgements: Judgement[] = []
for (const [module, { files, tests }] of Object.entries(modules)) {
  if (name !== undefined && module !== name) continue
  const judgement = judge(
    await runMutants(files, tests),
    equivalents.filter(({ file }) => files.includes(file)),
  )
  judgements.push(judgement)
  print(module, judgement)
}

const total = judgements.reduce((sum, { total }) => sum + total, 0)
const surviving = judgements.reduce((sum, { survivors }) => sum + survivors.length, 0)
console.log(`\nall: ${share(surviving, total)}`)
const stale = judgements.some(({ unmatched }) => unmatched.length > 0)
process.exitCode = stale || surviving > MOST_SURVIVING * total ? 1 : 0

function print(module: string, { total, survivors, equivalent, unmatched }: Judgement) {
  console.log(`\n${module}: ${share(survivors.length, total)}, ${equivalent} more are equivalent`)
  for (const { file, at, original, replacement, covered } of survivors)
    console.log(
      `  ${file}:${at}${covered ? '' : ' (no test comes here)'}\n    - ${cut(original)}\n    + ${cut(replacement)}`,
    )
  for (const { file, original, replacement } of unmatched)
    console.log(`  equivalent.ts: no mutant survives in ${file} that makes "${original}" "${replacement}"`)
}

function share(surviving: number, total: number) {
  return `${surviving} of ${total} mutants survive (${((100 * surviving) / total).toFixed(1)} %)`
}

function cut(text: string) {
  return text.length > 160 ? `${text.slice(0, 160)} …` : text
}
