// What an alarm wrote down is told in English 告警所见: every measure with its advice and source, in a subject as in a form; people's own words are left alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../locales/told-en.ts'
import { fleet } from '../src/contract/index.ts'

const car = '苏BJ1100 锡湖 V6 轿车'

test('every alarm that is inquired into is told whole', () => {
  const limits = [fleet.standards.offHoursLimit, fleet.standards.boundsLimit, fleet.standards.withoutSlipLimit, fleet.standards.unmovedSlipLimit, fleet.standards.destinationLimit]
  for (const limit of limits) {
    const given = limit.examples.find(({ breach }) => breach)?.given
    assert.ok(given)
    const [found] = limit.check({ ...given, evidence: '2026-11-27 周五 15:01—15:25，东经 120.29681 北纬 31.49769' }, { atMost: limit.values[0]?.value ?? '' })
    assert.ok(found)
    assert.equal(told(`${found.says}。${found.advice}。依据：《口径》 条号待核`), `${found.en.says}. ${found.en.advice}. Source: 《口径》 (clause to be confirmed).`)
    assert.equal(told(`${car}:${found.says.split('，东经')[0] ?? ''}`), `${car}: ${found.en.says.split(/, 120/)[0] ?? ''}`)
  }
})
test('every measure is told as its limit tells it', () => {
  const { speedLimit, idlingLimit, fuelDropLimit, silenceLimit, immobilisedStandsStill } = fleet.standards
  for (const limit of [speedLimit, idlingLimit, fuelDropLimit, silenceLimit]) {
    const given = limit.examples.find(({ breach }) => breach)?.given
    assert.ok(given)
    const [found] = limit.check(given, { atMost: limit.values[0]?.value ?? '' })
    assert.equal(told(found?.says ?? ''), found?.en.says)
  }
  const [found] = immobilisedStandsStill.check({ immobilised: true, speed: '42.0', evidence: '2026-10-03 周六 10:00' }, { atMost: '5' })
  assert.ok(found)
  assert.equal(told(`${found.says}。${found.advice}。`), `${found.en.says}. ${found.en.advice}.`)
})
test('a car that moved while immobilised, a slip’s destination and a fence by their names', () => {
  assert.equal(told(`${car}：封存期间行驶，车速 38.0 km/h，2026-11-28 周六 21:56`), `${car}: Driving while immobilised, at 38.0 km/h, 2026-11-28 Sat 21:56`)
  assert.equal(told(`${car}：离批准的目的地最近 3.6 km，超过 1.0 km，派车单 YC-20261126-0008 去开发区管委会，2026…`), `${car}: Never nearer to the approved destination than 3.6 km, above 1.0 km, slip YC-20261126-0008 to 开发区管委会, 2026…`)
  assert.equal(told(`${car}：在行政区域外或禁止区域内 16 分钟，超过 5 分钟，2026-11-27 周五 19:20—19:36，进入“望湖水源…`), `${car}: Outside the district or in a forbidden place for 16 min, above 5 min, 2026-11-27 Fri 19:20—19:36, inside “望湖水源…`)
  assert.equal(told('放假期间行驶 20.1 km，2026-10-04 10:46 起'), 'Driving on a holiday, 20.1 km, from 2026-10-04 10:46')
})
test('the subject of an inquiry is as many whole clauses as there is room for: no day and no number is cut in two', () => {
  const subject = (what: string): string => fleet.matters.inquiry.subject({ vehicle: 'v', organ: null, what } as never, () => car)
  assert.equal(subject('离批准的目的地最近 3.7 km，超过 1.0 km，派车单 YC-20261128-0002 去高铁东站，2026-11-28 周六 14:36—15:48，东经 120.29578 北纬 31.49742。核实'), `${car}：离批准的目的地最近 3.7 km，超过 1.0 km，派车单 YC-20261128-0002 去高铁东站，2026-11-28 周六 14:36—15:48`)
  const far = `离批准的目的地最近 3.7 km，超过 1.0 km，派车单 YC-20261128-0002 去${'很远的'.repeat(8)}车站`
  assert.equal(subject(`${far},2026-11-28 周六 14:36—15:48。核实`), `${car}:${far}…`)
  assert.equal(subject(`${'看到这辆车'.repeat(15)}在 2026-11-28 14:36 停`), `${car}：${'看到这辆车'.repeat(15)}在…`)
})
test('what people wrote stays as they wrote it', () => {
  for (const own of ['看到 3 号车停在饭店门口，超过 2 小时', '去市里开会：接 3 人', '没有派车单行驶', '', '更换刹车片 1,200 元']) assert.equal(told(own), own)
})
