// Price and displacement 购置价和排量: what a car of its class may cost and how large its engine may be, and beyond it only by approval.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation, Finding } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { fleetOfficer } from '../roles.ts'
import { energies, vehicle, vehicleKinds, vehicleUses } from '../vehicle.ts'
import type { Vehicle, VehicleUse } from '../vehicle.ts'

export interface BoughtCar {
  readonly plate: string
  readonly use: Exclude<VehicleUse, 'special'>
  readonly kind: Vehicle['kind']
  readonly energy: Vehicle['energy']
  /** 元 as a decimal string, without purchase tax. */
  readonly price: string
  /** Litres as a decimal string; null for battery electric. */
  readonly displacement: string | null
  /** The document by which more was approved. */
  readonly exception: string | null
}
const rules = (clause: string): Citation => ({ document: '党政机关公务用车管理办法', number: '中办发〔2017〕71号', clause, mark: 'V2', level: '国家' })
const since = '2017-12-05'
const classes = { confidential: vehicleUses.confidential, emergency: vehicleUses.emergency, enforcement: vehicleUses.enforcement, other: vehicleUses.other } as const
const newEnergy: readonly Vehicle['energy'][] = ['electric', 'plugIn', 'fuelCell']
const value = <N extends string>(name: N, figure: string, provision: string, key?: string) => ({ parameter: name, value: figure, from: since, cite: rules('第八条'), provision, ...(key !== undefined && { key }) })

export const priceAndDisplacement = defineStandard<BoughtCar>()('fleet.price-and-displacement', {
  title: '购置价和排量不超标',
  explain:
    '机要通信用车 12 万元、1.6 升以内；应急保障和其他用车 18 万元、1.8 升以内；执法执勤用车一般 12 万元、1.6 升以内，因工作需要 18 万元、1.8 升以内；新能源轿车 18 万元以内。确因情况特殊，经批准可配 25 万元、3.0 升以内的小型、中型客车或 45 万元以内的大型客车：批准文号登记在车辆台账里，没有登记的按超标列出。价格按不含车辆购置税的裸车价（口径待核）。特种专业技术用车由主管部门会同财政部门按需确定，不在此列。',
  parameters: {
    price: parameter('购置价不超过', '元', { by: classes }), displacement: parameter('排量不超过', 'L', { scale: 1, by: classes }),
    newEnergyPrice: parameter('新能源轿车购置价不超过', '元'),
    specialPrice: parameter('经批准的小型、中型客车购置价不超过', '元'), specialDisplacement: parameter('经批准的小型、中型客车排量不超过', 'L', { scale: 1 }),
    coachPrice: parameter('大型客车购置价不超过', '元'),
  },
  values: [
    value('price', '120000', 'CAR-P01', 'confidential'), value('price', '180000', 'CAR-P02', 'emergency'), value('price', '120000', 'CAR-P04', 'enforcement'), value('price', '180000', 'CAR-P02', 'other'),
    value('displacement', '1.6', 'CAR-P01', 'confidential'), value('displacement', '1.8', 'CAR-P02', 'emergency'), value('displacement', '1.6', 'CAR-P04', 'enforcement'), value('displacement', '1.8', 'CAR-P02', 'other'),
    value('newEnergyPrice', '180000', 'CAR-P06'), value('specialPrice', '250000', 'CAR-P03'), value('specialDisplacement', '3.0', 'CAR-P03'), value('coachPrice', '450000', 'CAR-P03'),
  ],
  ledger: (asOf, sql) => sql`
    select v.id, v.label as name, v.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'use', v.use, 'kind', v.kind, 'energy', v.energy, 'price', v.price::text, 'displacement', v.displacement::text, 'exception', v.exception) as subject
      from fleet.vehicle v
     where v.use <> 'special' and v.kind not in ('truck', 'works') and v.standing <> 'disposed' and v.bought_on <= ${asOf}::date
       and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null
     order by v.plate collate "zh-natural", v.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check(car, figures) {
    const { plate, kind, energy, exception } = car
    const found: Finding[] = []
    const over = (by: 'price' | 'displacement' | 'newEnergyPrice' | 'specialPrice' | 'specialDisplacement' | 'coachPrice', measured: string, limit: string, unit: '元' | 'L'): void => {
      if (decimal.compare(measured, limit) <= 0) return
      const [what, whatEn] = unit === '元' ? ['购置价', 'price'] : ['排量', 'displacement']
      const [says, limitSays, saysEn, limitEn] = unit === '元' ? [`${decimal.grouped(measured)} 元`, `${decimal.grouped(limit)} 元`, `¥${decimal.grouped(measured)}`, `¥${decimal.grouped(limit)}`] : [`${measured} L`, `${limit} L`, `${measured} L`, `${limit} L`]
      found.push({
        level: 'breach', by, measured, limit, unit,
        says: `${plate}（${vehicleUses[car.use]}，${vehicleKinds[kind]}，${energies[energy]}）${what} ${says}，超过 ${limitSays}${exception === null ? '' : `，批准文号 ${exception} 也不能超过这一数`}`,
        advice: exception === null ? '有批准文件的录入批准文号；没有的不得再用于一般公务，报主管部门收回或处置' : '报主管部门收回或处置',
        en: {
          says: `The ${whatEn} of ${plate} is ${saysEn}, above ${limitEn}${exception === null ? '' : `, which approval ${exception} does not allow either`}`,
          advice: exception === null ? 'Enter the approval where there is one; else hand it back or dispose of it' : 'Hand it back or dispose of it',
        },
      })
    }
    if (kind === 'coach') over('coachPrice', car.price, figures.coachPrice, '元')
    else if (newEnergy.includes(energy) && kind === 'car') over('newEnergyPrice', car.price, figures.newEnergyPrice, '元')
    else {
      const [byPrice, price, byDisplacement, displacement] = exception === null
        ? (['price', figures.price[car.use], 'displacement', figures.displacement[car.use]] as const)
        : (['specialPrice', figures.specialPrice, 'specialDisplacement', figures.specialDisplacement] as const)
      over(byPrice, car.price, price, '元')
      if (car.displacement !== null) over(byDisplacement, car.displacement, displacement, 'L')
    }
    return found
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'priceAndDisplacement', vehicle: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '应急保障轿车 16.88 万元、1.8 升', given: { plate: '苏B80001', use: 'emergency', kind: 'car', energy: 'petrol', price: '168800.00', displacement: '1.8', exception: null }, breach: false },
    { says: '经批准的商务车 17.68 万元、2.0 升', given: { plate: '苏B80002', use: 'enforcement', kind: 'multi', energy: 'petrol', price: '176800.00', displacement: '2.0', exception: '清车〔2022〕8号' }, breach: false },
    { says: '轿车 33.8 万元、3.0 升，没有批准', given: { plate: '苏B80003', use: 'other', kind: 'car', energy: 'petrol', price: '338000.00', displacement: '3.0', exception: null }, breach: true },
    { says: '纯电动轿车 18 万元零一分', given: { plate: '苏B80004', use: 'other', kind: 'car', energy: 'electric', price: '180000.01', displacement: null, exception: null }, breach: true },
  ],
})
