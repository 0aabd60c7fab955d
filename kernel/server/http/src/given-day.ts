// 日期: a day as a route is handed it, in a query or a body.
import { say } from '@houqin/problem'
import { z } from 'zod'

const first = '1900-01-01'
const last = '2199-12-31'
const says = say(`应为 ${first.slice(0, 4)} 至 ${last.slice(0, 4)} 年之间的日期`, `must be a day of the years ${first.slice(0, 4)} to ${last.slice(0, 4)}`)

/** A day that an office can mean, `YYYY-MM-DD`, from 1900 to 2199: any other is a slip of the hand, and what is reckoned from it may leave the calendar of the database. */
export const givenDay = z.iso.date({ abort: true }).refine((day) => day >= first && day <= last, { params: { says } })
