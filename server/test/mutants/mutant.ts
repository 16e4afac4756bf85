/** Mutants of source files, each run against tests, by StrykerJS. */
import { Stryker } from '@stryker-mutator/core'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'

export interface Mutant {
  file: string
  /** Line and column, from 1. */
  at: string
  /** The line that it begins in, without the space around it. */
  line: string
  original: string
  replacement: string
  survived: boolean
  /** False where no test runs the code at all. */
  covered: boolean
}

/** @param files source files, and test files that run alone, each in a process of its own */
export async function runMutants(files: string[], tests: string[]): Promise<Mutant[]> {
  // The runner starts `node`, which has to be the one that reads TypeScript.
  process.env['PATH'] = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`
  const options = {
    mutate: files,
    plugins: ['@stryker-mutator/tap-runner', join(import.meta.dirname, 'sentences.ts')],
    ignorers: ['sentences'],
    testRunner: 'tap',
    tap: { testFiles: tests, nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'] },
    coverageAnalysis: 'perTest',
    ignorePatterns: ['/*', '!/server', '!/package.json'],
    concurrency: 2,
    // A loop without end is found by its count: only a slow machine takes so long.
    timeoutMS: 30_000,
    reporters: ['dots'],
    logLevel: 'error',
  } as ConstructorParameters<typeof Stryker>[0]
  // All runs share the compiled modules: only the switch between mutants differs.
  const compiled = (process.env['NODE_COMPILE_CACHE'] = await mkdtemp(join(tmpdir(), 'parley-mutants-')))
  const results = await new Stryker(options).runMutationTest().finally(() => rm(compiled, { recursive: true }))
  const sources = new Map<string, string[]>()
  for (const file of files) sources.set(file, (await readFile(file, 'utf8')).split('\n'))
  const run = results.filter(({ status }) => status !== 'Ignored')
  return run.map(({ fileName, location: { start, end }, replacement, status }) => {
    const file = relative(process.cwd(), fileName)
    const lines = sources.get(file)!.slice(start.line - 1, end.line)
    const line = lines[0]!.trim()
    // The end first: on a single line it would move with the beginning.
    lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1)
    lines[0] = lines[0]!.slice(start.column - 1)
    return {
      file,
      at: `${start.line}:${start.column}`,
      line,
      original: onOneLine(lines.join('\n')),
      replacement: onOneLine(replacement!),
      // A file of tests that cannot even be loaded ends with an error: that is noticed as well.
      survived: status === 'Survived' || status === 'NoCoverage',
      covered: status !== 'NoCoverage',
    }
  })
}

const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ')
