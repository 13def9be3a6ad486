import { type Interview, scheduleInterview, type UpdateInterview } from '@assay/contracts'
import { z } from 'zod'
import { momentOf, wallClockOf } from './wall-clock.ts'

const { templateId, minutes, timeZone, panel } = scheduleInterview.shape

/** As it is filled in: the day and the hour apart, by the clock of the place. Empty lines are nothing. */
export const scheduleShape = z
  .strictObject({
    templateId,
    date: z.string().min(1, 'Please fill this in.'),
    time: z.string().min(1, 'Please fill this in.'),
    minutes,
    timeZone,
    place: z.string(),
    link: z.string(),
    panel,
    heldAlready: z.boolean(),
  })
  .refine(
    ({ date, time, timeZone: zone }) => date === '' || time === '' || momentOf({ date, time }, zone) !== null,
    { path: ['time'], message: 'This time does not exist on that day: the clocks skip it.' },
  )
export type ScheduleValues = z.input<typeof scheduleShape>

const lineOf = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** What the server is sent. */
export const factsOf = (values: z.output<typeof scheduleShape>): UpdateInterview & { startsAt: string } => ({
  templateId: values.templateId,
  startsAt: momentOf(values, values.timeZone) ?? '',
  minutes: values.minutes,
  timeZone: values.timeZone,
  place: lineOf(values.place),
  link: lineOf(values.link),
  panel: values.panel,
  heldAlready: values.heldAlready,
})

const MINUTE_MS = 60_000

export const valuesOf = (interview: Interview): ScheduleValues => ({
  templateId: interview.template.id,
  ...wallClockOf(interview.startsAt, interview.timeZone),
  minutes: (Date.parse(interview.endsAt) - Date.parse(interview.startsAt)) / MINUTE_MS,
  timeZone: interview.timeZone,
  place: interview.place ?? '',
  link: interview.link ?? '',
  panel: interview.panel.map(({ userId, shadow }) => ({ userId, shadow })),
  heldAlready: false,
})

export const freshValues = (zone: string, ofStage: string): ScheduleValues => ({
  templateId: ofStage,
  date: '',
  time: '10:00',
  minutes: 60,
  timeZone: zone,
  place: '',
  link: '',
  panel: [],
  heldAlready: false,
})
