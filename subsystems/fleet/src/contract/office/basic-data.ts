// Basic data 基本信息: what is asked of every car beside that without which none is entered, and whether one lacks it.
import type { Query, SqlTag } from '@houqin/define'

export const basicFields = Object.freeze({
  engine: 'engine', registeredOn: 'registered_on', colour: 'colour', domestic: 'domestic', marked: 'marked', parking: 'parking', odometer: 'odometer',
  insuredUntil: 'insured_until', inspectedUntil: 'inspected_until', displacement: 'displacement',
} as const)
export type BasicField = keyof typeof basicFields

/** Of the car `t`. The displacement of a battery car is none. */
export function lacks(field: BasicField, sql: SqlTag): Query<boolean> {
  return field === 'displacement' ? sql<boolean>`(t.displacement is null and t.energy <> 'electric')` : sql<boolean>`${sql.ref(`t.${basicFields[field]}`)} is null`
}
