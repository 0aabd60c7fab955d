// What must hold for standards 依据: examples that prove them, figures that stand somewhere, citations that say no more than is known.
import { citationText, decimal, isUnconfirmed } from '@houqin/define'
import type { AnyStandard, Parameter } from '@houqin/define'
import { when } from './rule.ts'
import type { House, Rule } from './rule.ts'

const everyStandard = (find: (standard: AnyStandard) => readonly string[]) => ({ catalogue }: House): readonly string[] => [...catalogue.standards.values()].flatMap(find)

export const standardRules: readonly Rule[] = [
  {
    says: 'every standard has an example that passes and one that breaches',
    broken: everyStandard(({ id, examples }) => [
      ...when(!examples.some(({ breach }) => breach), `${id}: no example breaches it`),
      ...when(!examples.some(({ breach }) => !breach), `${id}: no example passes it`),
    ]),
  },
  {
    says: 'every standard with a ledger says which record its rows tell of',
    broken: everyStandard(({ id, ledger, opens }) => when(ledger !== undefined && opens === undefined, `${id}: its rows open nothing`)),
  },
  {
    says: 'every example is judged as it says, by figures in force, with what to do',
    broken: everyStandard((standard) => standard.examples.flatMap(({ says, given, breach }) => {
      const at = `${standard.id}: “${says}”`
      try {
        const findings = standard.check(given as never, latestFigures(standard) as never)
        return [
          ...when(findings.some(({ level }) => level === 'breach') !== breach, `${at} ${breach ? 'is no breach' : 'is a breach'}`),
          ...findings.flatMap(({ by, advice, says: said, en }) => [
            ...when(!standard.parameters[by.split('.')[0] ?? ''], `${at} is judged by ${by}, which is no figure of the standard`),
            ...when(advice.trim() === '' || said.trim() === '', `${at} is judged without a sentence or without advice`),
            ...when(/(?<![\d.,])\d{4,}\.\d{2}(?!\d)/.test(`${said} ${en.says}`), `${at} tells an amount without its thousands apart`),
            ...when(en.says.trim() === '' || en.advice.trim() === '' || en.says === said || en.advice === advice, `${at} is judged without an English sentence of its own`),
          ]),
        ]
      } catch (error) {
        return [`${at} cannot be judged: ${String(error)}`]
      }
    })),
  },
  {
    says: 'every figure has a value, in order of days and as exact as it says',
    broken: everyStandard((standard) => Object.entries(standard.parameters).flatMap(([name, parameter]) =>
      keysOf(parameter).flatMap((key) => {
        const at = `${standard.id}: ${name}${key === undefined ? '' : `.${key}`}`
        const values = standard.values.filter((value) => value.parameter === name && value.key === key).toSorted((a, b) => (a.from < b.from ? -1 : 1))
        return [
          ...when(values.length === 0, `${at} has no value`),
          ...when(parameter.unit.trim() === '', `${at} has no unit`),
          ...values.flatMap(({ value, from, to }, place) => [
            ...when(!isExact(value, parameter.scale), `${at} is ${value}, which is no number with ${parameter.scale} decimals`),
            ...when(to !== undefined && to < from, `${at} ends on ${to}, before it begins`),
            ...when(values[place + 1] !== undefined && (values[place + 1]?.from ?? '') <= (to ?? from), `${at} has two values on ${values[place + 1]?.from ?? ''}`),
          ]),
        ]
      }))),
  },
  {
    says: 'no value stands under a figure or a key that was not declared',
    broken: everyStandard(({ id, parameters, values }) => values.flatMap(({ parameter, key }) => {
      const declared = parameters[parameter]
      return when(!declared || !keysOf(declared).includes(key), `${id}: gives ${parameter}${key === undefined ? '' : `.${key}`}, which is no figure of it`)
    })),
  },
  {
    says: 'every citation says no more than somebody has read',
    broken: everyStandard(({ id, values }) => values.flatMap(({ parameter, cite }) => {
      const at = `${id}: the source of ${parameter}`
      const printed = citationText(cite)
      return [
        ...when(cite.document.trim() === '', `${at} names no document`),
        ...when(!/^(V2?|K|U)(\/(V2?|K|U))*$/.test(cite.mark), `${at} is marked ${cite.mark}, which is none of V, V2, K, U`),
        ...when(isUnconfirmed(cite.mark) && cite.clause !== undefined && printed.includes(cite.clause), `${at} prints a clause nobody has confirmed`),
        ...when(isUnconfirmed(cite.mark) && !printed.includes('待核'), `${at} does not say that it is unconfirmed`),
        ...when(cite.mark === 'V' && !cite.clause, `${at} was read in the text itself, and does not say where`),
      ]
    })),
  },
]

/** What the check is handed on the day after the last value began. */
export function latestFigures({ parameters, values }: AnyStandard): Record<string, unknown> {
  const latest = (name: string, key: string | undefined): string | undefined =>
    values.filter((value) => value.parameter === name && value.key === key).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.value
  return Object.fromEntries(Object.entries(parameters).map(([name, { by }]) =>
    [name, by ? Object.fromEntries(Object.keys(by).map((key) => [key, latest(name, key)])) : latest(name, undefined)]))
}
function keysOf({ by }: Parameter): readonly (string | undefined)[] {
  return by ? Object.keys(by) : [undefined]
}
function isExact(value: string, scale: number): boolean {
  try {
    decimal.toUnits(value, scale)
    return true
  } catch {
    // not a number, or more digits than declared: either way not exact
    return false
  }
}
