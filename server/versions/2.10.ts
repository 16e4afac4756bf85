import { version } from './history.ts'

export default version('2.10')
