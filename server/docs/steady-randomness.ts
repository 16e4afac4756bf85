/**
 * Import it before everything else: random values from then on are the same in every run, so that recorded examples
 * change only where the server's answers do. Never in a server.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

let drawn = 0

/** The next bytes of a stream of hashes. */
function next(size: number): Buffer {
  const blocks: Buffer[] = []
  for (let length = 0; length < size; length += 32) {
    blocks.push(crypto.createHash('sha256').update(`parley ${drawn++}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, size)
}

const steady = {
  randomBytes(size: number, done?: (error: null, bytes: Buffer) => void) {
    const bytes = next(size)
    if (done) queueMicrotask(() => done(null, bytes))
    return bytes
  },
  randomInt(...args: number[]) {
    const [min, max] = args.length > 1 ? (args as [number, number]) : [0, args[0]!]
    return min + (next(6).readUIntBE(0, 6) % (max - min))
  },
  randomUUID() {
    const hex = next(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  },
}

Object.assign(crypto, steady)
syncBuiltinESMExports()
