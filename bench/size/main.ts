import { parseArgs } from 'node:util'
import { openLoaded } from './database.ts'
import { sizeNamed } from './load/size.ts'

const { values } = parseArgs({ options: { size: { type: 'string' }, data: { type: 'string' } } })
const size = sizeNamed(values.size!)
const { loaded, stop } = await openLoaded(size, values.data)
console.log(loaded)
await stop()
