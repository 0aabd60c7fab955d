// Slots 插槽 of places: where neighbours add what they know about a site's day and about an alarm.
import { defineSlot } from '@houqin/define'

/** Cards of the steward's day: what is open at the site that day. */
export const placesDay = defineSlot<{
  readonly site: { readonly id: string; readonly name: string }
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly day: string
  /** The day is the present one: things can be done about what is shown. */
  readonly isToday: boolean
}>()('places.day')

/** Beside an alarm: what may be started about it. */
export const alarmActions = defineSlot<{
  readonly alarm: {
    readonly id: string
    readonly title: string
    readonly subject: { readonly id: string; readonly name: string }
    /** The register the subject stands in. */
    readonly register: string | null
    readonly says: string
  }
}>()('places.alarm-actions')

/** On a patrol, at a point where something is wrong: reported there and then. */
export const patrolFault = defineSlot<{
  readonly site: string
  readonly room: string | null
  readonly area: string | null
  /** What the point is called, and what was to be looked at. */
  readonly place: string
  readonly look: string | null
  /** @param number of the matter that was asked for. */
  readonly onReported: (number: string) => void
}>()('places.patrol-fault')
