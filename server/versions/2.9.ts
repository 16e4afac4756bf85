import { version } from './history.ts'

export default version('2.9', {
  adds: {
    fields: { conversation: ['ticket'] },
  },
})
