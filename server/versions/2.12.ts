import { version } from './history.ts'

export default version('2.12', {
  adds: {
    fields: { contact: ['enabled_push_messaging'] },
  },
})
