// What follows from an inquiry 核查联动: a use that nobody had approved is put right under a deadline, and the inquiry says by which matter.
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { fleetRedress, inquiry } from '../../contract/index.ts'
import { carOf } from './car.ts'

export function inquiryEffects(): Effects {
  return effects(inquiry, {
    async conclude({ tx, matter, input, engine }) {
      if (input.finding !== 'unapproved') return
      const { id, standing, grade, organ } = await carOf(tx, matter.form.vehicle)
      // of a car that went meanwhile it is its organ's to put right
      const open = standing !== 'disposed' && grade === 'ordinary'
      const { number } = await engine.startOther(fleetRedress, { input: {
        rule: 'unapprovedUse', vehicle: open ? id : null, driver: null, organ: matter.organ ?? organ, what: `${matter.number} 查实未经批准用车：${input.account}`.slice(0, 1000),
      } })
      await engine.setFacts({ redress: number })
    },
  })
}
