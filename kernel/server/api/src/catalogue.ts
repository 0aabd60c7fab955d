// The catalogue as one caller sees it: what he may use, with fields, states and steps in his language. What is declared does not change while the
// server runs: each declaration is written out once in each language, and an answer is put together of those that the caller may use.
import { auditor, citationText } from '@houqin/define'
import type { AnyStandard, Fields, Matter, Register, Report, Signal, LineSets } from '@houqin/define'
import { holds, verbsOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import type { Locale } from '@houqin/problem'
import { unitInEnglish } from '@houqin/words/units'

export interface FieldDescription {
  readonly name: string
  readonly kind: string
  readonly label: string
  readonly optional: boolean
  readonly [more: string]: unknown
}

/** @param at the path of the declaration in the words, such as `people.organ`. */
export function describeFields(system: System, locale: Locale, fields: Fields, { at, owner }: { at: string; owner: string }): FieldDescription[] {
  return Object.entries(fields).map(([name, field]) => {
    const { label, optional, hint, ...shape } = field
    const more: Record<string, unknown> = { ...shape }
    if (field.kind === 'ref') more['to'] = field.to === 'self' ? owner : field.to.id
    if (field.kind === 'text' && field.pattern) more['pattern'] = { expression: field.pattern.expression.source, says: field.pattern.says }
    if ((field.kind === 'int' || field.kind === 'decimal') && field.unit !== undefined) more['unit'] = unitIn(locale, field.unit)
    if (field.kind === 'choice')
      more['options'] = Object.fromEntries(
        Object.entries(field.options).map(([key, title]) => [key, system.word(`${at}.${name}.options.${key}`, title, locale)]),
      )
    return {
      ...more,
      name,
      kind: field.kind,
      label: system.word(`${at}.${name}`, label, locale),
      optional: optional ?? false,
      ...(hint !== undefined && { hint: system.word(`${at}.${name}.hint`, hint, locale) }),
    }
  })
}

function unitIn(locale: Locale, unit: string): string {
  return locale === 'zh' ? unit : (unitInEnglish(unit) ?? unit)
}
function describeLines(system: System, locale: Locale, sets: LineSets, id: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(sets).map(([set, { title, fields, totals }]) => [
      set,
      {
        title: system.word(`${id}.lines.${set}.title`, title, locale),
        fields: describeFields(system, locale, fields, { at: `${id}.lines.${set}.fields`, owner: id }),
        totals,
      },
    ]),
  )
}

function describeRegister(system: System, locale: Locale, register: Register): Record<string, unknown> {
  return {
    id: register.id,
    title: system.word(`${register.id}.title`, register.title, locale),
    fields: describeFields(system, locale, register.fields, { at: `${register.id}.fields`, owner: register.id }),
    columns: register.columns,
    card: register.card,
    sort: register.sort,
    dated: register.dated,
    coded: register.coded,
    lines: describeLines(system, locale, register.lines, register.id),
  }
}

function describeMatter(system: System, locale: Locale, matter: Matter): Record<string, unknown> {
  return {
    id: matter.id,
    title: system.word(`${matter.id}.title`, matter.title, locale),
    prefix: matter.prefix,
    form: describeFields(system, locale, matter.form, { at: `${matter.id}.form`, owner: matter.id }),
    facts: describeFields(system, locale, matter.facts, { at: `${matter.id}.facts`, owner: matter.id }),
    lines: describeLines(system, locale, matter.lines, matter.id),
    asks: matter.asks,
    start: matter.start,
    states: Object.fromEntries(
      Object.entries(matter.states).map(([name, state]) => [
        name,
        { title: system.word(`${matter.id}.states.${name}`, state.title, locale), tone: state.tone, final: state.final ?? false },
      ]),
    ),
    steps: Object.fromEntries(
      Object.entries(matter.steps).map(([name, step]) => [
        name,
        {
          label: system.word(`${matter.id}.steps.${name}`, step.label, locale),
          from: step.from,
          to: step.to ?? null,
          ...(step.approve && { route: step.approve.id }),
          input: describeFields(system, locale, step.input ?? {}, { at: `${matter.id}.steps.${name}.input`, owner: matter.id }),
        },
      ]),
    ),
  }
}

function describeSignal(system: System, locale: Locale, signal: Signal): Record<string, unknown> {
  const { id, title, of, unit, scale, measures } = signal
  return {
    id, of: of.id, unit: unitIn(locale, unit), scale, measures,
    title: system.word(`${id}.title`, title, locale),
    attributes: describeFields(system, locale, signal.attributes, { at: `${id}.attributes`, owner: id }),
    alarms: Object.fromEntries(
      Object.entries(signal.alarms).map(([name, alarm]) => [
        name,
        { title: system.word(`${id}.alarms.${name}`, alarm.title, locale), severity: alarm.severity },
      ]),
    ),
  }
}

function describeStandard(system: System, locale: Locale, { id, title, values }: AnyStandard): Record<string, unknown> {
  return { id, title: system.word(`${id}.title`, title, locale), cites: [...new Set(values.map(({ cite }) => citationText(cite)))] }
}
function describeTitle(system: System, locale: Locale, { id, title }: { readonly id: string; readonly title: string }): Record<string, unknown> {
  return { id, title: system.word(`${id}.title`, title, locale) }
}

/** Writes out what the caller may use, as JSON: registers and matters by his verbs, signals and reports by their readers. */
export function catalogueWriter(system: System): (actor: Actor) => string {
  const { catalogue } = system
  const written = new WeakMap<object, Map<Locale, string>>()
  const text = <T extends object>(declared: T, locale: Locale, describe: (system: System, locale: Locale, declared: T) => Record<string, unknown>): string => {
    const known = written.get(declared) ?? new Map<Locale, string>()
    written.set(declared, known)
    const before = known.get(locale)
    if (before !== undefined) return before
    const now = JSON.stringify(describe(system, locale, declared))
    known.set(locale, now)
    return now
  }
  return ({ principal, locale }) => {
    const can = verbsOf(principal, catalogue)
    const mayUse = ({ id }: { readonly id: string }): boolean => can[id] !== undefined
    const readable = ({ access }: Signal): boolean => holds(principal, [...access.read, ...access.acknowledge, auditor])
    const open = (report: Report): boolean => holds(principal, [...report.read, auditor])
    const matters = [...catalogue.matters.values()].filter(mayUse).map((matter) => `${text(matter, locale, describeMatter).slice(0, -1)},"startable":${String(holds(principal, matter.access.start))}}`)
    const lists = {
      subsystems: catalogue.subsystems.map((subsystem) => text(subsystem, locale, describeTitle)),
      registers: [...catalogue.registers.values()].filter(mayUse).map((register) => text(register, locale, describeRegister)),
      matters,
      standards: [...catalogue.standards.values()].map((standard) => text(standard, locale, describeStandard)),
      signals: [...catalogue.signals.values()].filter(readable).map((signal) => text(signal, locale, describeSignal)),
      reports: [...catalogue.reports.values()].filter(open).map((report) => text(report, locale, describeTitle)),
    }
    return `{${Object.entries(lists).map(([name, texts]) => `"${name}":[${texts.join(',')}]`).join(',')},"can":${JSON.stringify(can)}}`
  }
}
