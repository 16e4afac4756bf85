/** Office hours: weekly schedules with exceptions. hours/ counts the time in which one is open. */
import { createOfficeHoursException } from './create-exception.ts'
import { createOfficeHoursSchedule } from './create.ts'
import { deleteOfficeHoursException } from './delete-exception.ts'
import { deleteOfficeHoursSchedule } from './delete.ts'
import { getOfficeHoursException } from './get-exception.ts'
import { getOfficeHoursSchedule } from './get.ts'
import { listOfficeHoursExceptions } from './list-exceptions.ts'
import { listOfficeHoursSchedules } from './list.ts'
import { updateOfficeHoursException } from './update-exception.ts'
import { updateOfficeHoursSchedule } from './update.ts'

export const officeHours = [
  listOfficeHoursSchedules,
  createOfficeHoursSchedule,
  getOfficeHoursSchedule,
  updateOfficeHoursSchedule,
  deleteOfficeHoursSchedule,
  listOfficeHoursExceptions,
  createOfficeHoursException,
  getOfficeHoursException,
  updateOfficeHoursException,
  deleteOfficeHoursException,
]
