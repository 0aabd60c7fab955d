// Models of cars 车型: what a district buys within the limits, and what was bought before there were any.
import type { Vehicle, VehicleUse } from '../src/contract/index.ts'

export interface Model {
  readonly brand: string
  readonly kind: Vehicle['kind']
  readonly seats: number
  readonly energy: Vehicle['energy']
  readonly displacement: string | null
  /** In 10,000 yuan. */
  readonly price: number
}
const car = (brand: string, displacement: string, price: number): Model => ({ brand, kind: 'car', seats: 5, energy: 'petrol', displacement, price })
const newEnergy: readonly Model[] = [
  { brand: '清溪 E5 纯电动轿车', kind: 'car', seats: 5, energy: 'electric', displacement: null, price: 13.68 },
  { brand: '清溪 E7 纯电动轿车', kind: 'car', seats: 5, energy: 'electric', displacement: null, price: 16.98 },
  { brand: '清溪 P7 插电混动轿车', kind: 'car', seats: 5, energy: 'plugIn', displacement: '1.5', price: 15.88 },
]
const petrol: readonly Model[] = [car('江南 QX15 轿车', '1.5', 11.28), car('江南 QX18 轿车', '1.8', 16.88), car('锡湖 L3 轿车', '1.6', 12.98)]
const patrol: readonly Model[] = [
  { brand: '江南 X20 越野车', kind: 'offroad', seats: 5, energy: 'petrol', displacement: '2.0', price: 17.88 },
  { brand: '江南 M20 商务车', kind: 'multi', seats: 7, energy: 'petrol', displacement: '2.0', price: 17.68 },
]
const ambulance: Model = { brand: '吴越 JH5 救护车', kind: 'works', seats: 6, energy: 'diesel', displacement: '2.2', price: 28.6 }
const sprinkler: Model = { brand: '吴越 GS8 洒水车', kind: 'works', seats: 3, energy: 'diesel', displacement: '4.8', price: 32.4 }
const laboratory: Model = { brand: '吴越 JC6 检测车', kind: 'works', seats: 5, energy: 'diesel', displacement: '2.5', price: 46.5 }
const repairs: Model = { brand: '吴越 QX3 工程抢险车', kind: 'truck', seats: 3, energy: 'diesel', displacement: '2.8', price: 18.2 }
/** What a car of special equipment is depends on who works with it. */
export function specialModel(short: string): Model {
  if (/^(急救|疾控)/.test(short)) return ambulance
  if (/^(环卫|园林)/.test(short)) return sprinkler
  return /^(环境监测|检测|动卫)/.test(short) ? laboratory : repairs
}
const coach: readonly Model[] = [
  { brand: '江南 B19 中型客车', kind: 'medium', seats: 19, energy: 'diesel', displacement: '2.8', price: 24.5 },
  { brand: '江南 K37 大型客车', kind: 'coach', seats: 37, energy: 'diesel', displacement: '6.7', price: 43.8 },
]
export const modelsOfClass: Readonly<Record<Exclude<VehicleUse, 'special'>, { readonly fuel: readonly Model[]; readonly newEnergy: readonly Model[] }>> = Object.freeze({
  confidential: { fuel: petrol, newEnergy }, emergency: { fuel: [...petrol, ...patrol], newEnergy },
  enforcement: { fuel: [...petrol, ...patrol, ...patrol], newEnergy }, other: { fuel: [...coach, ...petrol], newEnergy },
})
/** Bought before the reform of 2014: dearer and larger than anything since. */
export const beforeTheReform: readonly Model[] = [car('锡湖 V6 轿车', '2.4', 24.98), car('锡湖 V8 轿车', '3.0', 33.8)]
/** Litres; none in a car without an engine. */
export function tankOf({ kind, energy }: Pick<Model, 'kind' | 'energy'>): number | null {
  if (energy === 'electric' || energy === 'fuelCell') return null
  return { car: 50, offroad: 66, multi: 62, medium: 95, coach: 220, truck: 75, works: 80 }[kind]
}
