// What follows from a use without dispatch 长期与补办联动: once agreed the car is held for that time, as by a slip.
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { standingUse, useWithoutDispatch } from '../../contract/index.ts'
import { openCar, readOdometer, wrongInput } from './car.ts'
import { comeBack, hold, leave } from './slips.ts'

export function standingEffects(system: System): Effects {
  return effects(standingUse, {
    async start({ tx, at, matter: { form } }) {
      const car = await openCar(tx, form.vehicle)
      const [begins, ends] = [new Date(form.begins), new Date(form.ends)]
      if (ends <= begins) throw wrongInput('ends', '结束要在开始之后。', 'It ends after it begins.')
      if (form.kind === 'standing') {
        if (ends <= at) throw wrongInput('ends', '这段时间已经过了；已经用过的办“应急用车补办”。', 'That time is over; what was driven is filed afterwards.')
        return
      }
      if (ends > at) throw wrongInput('ends', '还没有收车；没有用完的车请走用车申请。', 'It is not back yet; ask for a use instead.')
      if ((form.odometerBack ?? 0) < (form.odometerOut ?? 0)) throw wrongInput('odometerBack', '收车里程比出车里程少。', 'It came back with less than it left with.')
      const late = Math.floor((at.getTime() - ends.getTime()) / 3_600_000)
      const breaches = (await system.standards.check(tx, useWithoutDispatch, { plate: car.plate, kind: form.kind, late, days: 1 })).filter(({ level }) => level === 'breach')
      if (breaches.length > 0) throw new Problem('standard-breached', say(
        breaches.map(({ says, advice, cite }) => `${says}（依据 ${cite.text}）。${advice}。`).join(''), breaches.map(({ en }) => `${en.says}. ${en.advice}.`).join(' '),
      ), { more: { findings: breaches } })
    },
    async submit({ tx, at, matter: { id, form } }) {
      await hold(tx, { matter: id, vehicle: form.vehicle, driver: form.driver, from: new Date(form.begins), to: new Date(form.ends) }, at)
    },
    /** The journey is over: its slip is one that left and came back. */
    async file({ tx, at, matter: { id, form } }) {
      const [from, to] = [new Date(form.begins), new Date(form.ends)]
      await hold(tx, { matter: id, vehicle: form.vehicle, driver: form.driver, from, to }, at)
      await leave(tx, id, from)
      await comeBack(tx, id, to)
      if (form.odometerBack !== null) await readOdometer(system, tx, form.vehicle, form.odometerBack)
    },
    /** From now on the car is free for others; what was before stays as it was. */
    async end({ tx, at, matter }) {
      await sql`update fleet.slip set span = tstzrange(lower(span), greatest(lower(span) + interval '1 second', least(upper(span), ${at}::timestamptz))) where matter = ${matter.id}::uuid`.execute(tx)
    },
  })
}
