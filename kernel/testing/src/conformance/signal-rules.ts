// What must hold for signals 感知: a unit, somebody who reads them, and alarms that can be raised and can clear.
import type { AlarmKind, Field, Signal } from '@houqin/define'
import { latestFigures } from './standard-rules.ts'
import { when } from './rule.ts'
import type { Rule } from './rule.ts'

const noon = new Date('2026-07-01T04:00:00Z')
/** From a broken sensor to a power station: every rule that can raise at all raises at one of these. */
const values = [0, ...[0.1, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000].flatMap((size) => [1, 1.5, 2, 2.5, 3, 5, 7].flatMap((by) => [by * size, -by * size]))]

export const signalRules: readonly Rule[] = [
  {
    says: 'every signal has a unit, and somebody who reads it',
    broken: ({ catalogue }) => [...catalogue.signals.values()].flatMap(({ id, unit, access, keepRawDays }) => [
      ...when(unit.trim() === '', `${id}: has no unit`),
      ...when(access.read.length === 0, `${id}: nobody reads it`),
      ...when(!(keepRawDays >= 1), `${id}: its readings are kept for ${keepRawDays} days`),
    ]),
  },
  {
    says: 'every alarm can be raised, can clear, and is acknowledged by somebody',
    broken: ({ catalogue }) => [...catalogue.signals.values()].flatMap((signal) => Object.entries(signal.alarms).flatMap(([name, alarm]) => {
      const at = `${signal.id}: the alarm ${name}`
      const judged = judgements(signal, alarm)
      return [
        ...when(!judged.some((findings) => findings && findings.length > 0), `${at} is raised by no reading`),
        ...when(!judged.some((findings) => findings?.length === 0), `${at} is cleared by no reading`),
        ...when(signal.access.acknowledge.length === 0, `${at} can be acknowledged by nobody`),
        ...when(alarm.rule.raiseAfter < 0 || alarm.rule.clearAfter < 0, `${at} waits for a time that has passed`),
      ]
    })),
  },
]

function judgements({ attributes }: Signal, { rule }: AlarmKind): readonly (readonly unknown[] | undefined)[] {
  const figures = rule.standard ? latestFigures(rule.standard) : {}
  return settings(Object.entries(attributes)).flatMap((setting) => values.map((value) => rule.judge({ value, at: noon, receivedAt: noon, attributes: setting }, figures as never)))
}

/** Every way in which the attributes of a reading may stand. */
function settings(fields: readonly (readonly [string, Field])[]): readonly Record<string, never>[] {
  return fields.reduce<readonly Record<string, never>[]>(
    (known, [key, field]) => known.flatMap((setting) => valuesOf(field).map((value) => ({ ...setting, [key]: value as never }))),
    [{}],
  )
}
function valuesOf(field: Field): readonly unknown[] {
  if (field.kind === 'choice') return Object.keys(field.options)
  return field.kind === 'bool' ? [true, false] : [null]
}
