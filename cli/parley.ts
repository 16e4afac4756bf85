/** Runs the command line, and says in one line what went wrong. */
import { showsStacks } from '../server/config.ts'
import { createProgram } from './program.ts'

try {
  await createProgram().parseAsync()
} catch (error) {
  // Prints the error in one line; its stack only at log level debug.
  const { message, stack } = error as Error
  console.error(showsStacks() ? stack : `parley: ${message}`)
  process.exit(1)
}
