import { version } from './history.ts'

/** The oldest version that is served. */
export default version('2.7')
