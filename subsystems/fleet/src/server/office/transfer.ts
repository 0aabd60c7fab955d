// What follows from a transfer 调拨联动: the car is the other organ's, or of the other class, from the day it is handed over.
import { systemActor } from '@houqin/access'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { transfer, vehicle } from '../../contract/index.ts'
import { farthest, openCar, refuse, requireHere, wrongInput } from './car.ts'

export function transferEffects({ registers, clock }: System): Effects {
  return effects(transfer, {
    async start({ tx, matter: { form } }) {
      const car = await openCar(tx, form.vehicle)
      if (form.what === 'organ' && form.toOrgan === car.organ) throw wrongInput('toOrgan', `${car.plate} 已经是这个单位的车。`, `${car.plate} is that organ’s already.`)
      if (form.what === 'use' && (form.toUse === null || form.toUse === car.use)) throw wrongInput('toUse', '变更用途要写明变更为哪一类，不能与现在相同。', 'Say which class it becomes; it cannot be the same.')
    },
    async handOver({ tx, at, matter: { form }, input }) {
      if (input.handedOn > clock.today()) throw wrongInput('handedOn', '交接日期还没有到。', 'That day is still to come.')
      const car = await openCar(tx, form.vehicle)
      if (car.standing === 'disposing') throw refuse(`${car.plate} 待处置，不能调拨变更。`, `${car.plate} waits to be disposed of.`)
      await requireHere(tx, car, at)
      if (car.odometer !== null && input.odometer < car.odometer) throw wrongInput('odometer', `里程 ${input.odometer} km 比上次登记的 ${car.odometer} km 少，请看清里程表再填。`, `${input.odometer} km is less than the ${car.odometer} km registered last.`)
      if (car.odometer !== null && input.odometer - car.odometer > farthest) throw wrongInput('odometer', `里程比上次登记的 ${car.odometer} km 多了 ${input.odometer - car.odometer} km，请看清里程表再填。`, `That is ${input.odometer - car.odometer} km more than registered last; read the odometer again.`)
      await registers.update(tx, systemActor, vehicle, car.id, { ...(form.toOrgan !== null && { organ: form.toOrgan }), ...(form.toUse !== null && { use: form.toUse }), odometer: input.odometer }, car.version)
    },
  })
}
