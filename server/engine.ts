/** How Node's engine, V8, is told to go about memory. */
import { setFlagsFromString } from 'node:v8'

/**
 * The engine notes which places in the code make objects that live long, and makes the next ones from
 * there among the old, where they stay until everything is collected. The rows of an answer live as
 * long as its request; with sixteen requests at once that looked long, 160 KB of each search went among
 * the old, and everything was collected every two seconds. Without it, as good as nothing does.
 * https://github.com/v8/v8/blob/main/src/heap/pretenuring-handler.cc
 */
export function tuneEngine(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}
