// The catalogue as one caller sees it: what he may use, with fields, states and steps in his language.
import { auditor, citationText } from '@houqin/define'
import type { Fields, Matter, Register, Report, Signal, LineSets } from '@houqin/define'
import { holds, verbsOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'

export interface FieldDescription {
  readonly name: string
  readonly kind: string
  readonly label: string
  readonly optional: boolean
  readonly [more: string]: unknown
}

/** @param at the path of the declaration in the words, such as `people.organ`. */
export function describeFields(system: System, actor: Actor, fields: Fields, { at, owner }: { at: string; owner: string }): FieldDescription[] {
  return Object.entries(fields).map(([name, field]) => {
    const { label, optional, hint, ...shape } = field
    const more: Record<string, unknown> = { ...shape }
    if (field.kind === 'ref') more['to'] = field.to === 'self' ? owner : field.to.id
    if (field.kind === 'text' && field.pattern) more['pattern'] = { expression: field.pattern.expression.source, says: field.pattern.says }
    if (field.kind === 'choice')
      more['options'] = Object.fromEntries(
        Object.entries(field.options).map(([key, title]) => [key, system.word(`${at}.${name}.options.${key}`, title, actor.locale)]),
      )
    return {
      ...more,
      name,
      kind: field.kind,
      label: system.word(`${at}.${name}`, label, actor.locale),
      optional: optional ?? false,
      ...(hint !== undefined && { hint: system.word(`${at}.${name}.hint`, hint, actor.locale) }),
    }
  })
}

function describeLines(system: System, actor: Actor, sets: LineSets, id: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(sets).map(([set, { title, fields, totals }]) => [
      set,
      {
        title: system.word(`${id}.lines.${set}.title`, title, actor.locale),
        fields: describeFields(system, actor, fields, { at: `${id}.lines.${set}.fields`, owner: id }),
        totals,
      },
    ]),
  )
}

function describeRegister(system: System, actor: Actor, register: Register): Record<string, unknown> {
  return {
    id: register.id,
    title: system.word(`${register.id}.title`, register.title, actor.locale),
    fields: describeFields(system, actor, register.fields, { at: `${register.id}.fields`, owner: register.id }),
    columns: register.columns,
    card: register.card,
    sort: register.sort,
    dated: register.dated,
    coded: register.coded,
    lines: describeLines(system, actor, register.lines, register.id),
  }
}

function describeMatter(system: System, actor: Actor, matter: Matter): Record<string, unknown> {
  return {
    id: matter.id,
    title: system.word(`${matter.id}.title`, matter.title, actor.locale),
    prefix: matter.prefix,
    form: describeFields(system, actor, matter.form, { at: `${matter.id}.form`, owner: matter.id }),
    facts: describeFields(system, actor, matter.facts, { at: `${matter.id}.facts`, owner: matter.id }),
    lines: describeLines(system, actor, matter.lines, matter.id),
    asks: matter.asks,
    start: matter.start,
    states: Object.fromEntries(
      Object.entries(matter.states).map(([name, state]) => [
        name,
        { title: system.word(`${matter.id}.states.${name}`, state.title, actor.locale), tone: state.tone, final: state.final ?? false },
      ]),
    ),
    steps: Object.fromEntries(
      Object.entries(matter.steps).map(([name, step]) => [
        name,
        {
          label: system.word(`${matter.id}.steps.${name}`, step.label, actor.locale),
          from: step.from,
          to: step.to ?? null,
          ...(step.approve && { route: step.approve.id }),
          input: describeFields(system, actor, step.input ?? {}, { at: `${matter.id}.steps.${name}.input`, owner: matter.id }),
        },
      ]),
    ),
    startable: holds(actor.principal, matter.access.start),
  }
}

function describeSignal(system: System, actor: Actor, signal: Signal): Record<string, unknown> {
  const { id, title, of, unit, scale, measures } = signal
  return {
    id, of: of.id, unit, scale, measures,
    title: system.word(`${id}.title`, title, actor.locale),
    attributes: describeFields(system, actor, signal.attributes, { at: `${id}.attributes`, owner: id }),
    alarms: Object.fromEntries(
      Object.entries(signal.alarms).map(([name, alarm]) => [
        name,
        { title: system.word(`${id}.alarms.${name}`, alarm.title, actor.locale), severity: alarm.severity },
      ]),
    ),
  }
}

/** Everything the caller may use: registers and matters by his verbs, signals and reports by their readers. */
export function describeCatalogue(system: System, actor: Actor): Record<string, unknown> {
  const { catalogue } = system
  const can = verbsOf(actor.principal, catalogue)
  const readable = ({ access }: Signal): boolean => holds(actor.principal, [...access.read, ...access.acknowledge, auditor])
  const open = (report: Report): boolean => holds(actor.principal, [...report.read, auditor])
  return {
    subsystems: catalogue.subsystems.map(({ id, title }) => ({ id, title: system.word(`${id}.title`, title, actor.locale) })),
    registers: [...catalogue.registers.values()].filter(({ id }) => can[id]).map((register) => describeRegister(system, actor, register)),
    matters: [...catalogue.matters.values()].filter(({ id }) => can[id]).map((matter) => describeMatter(system, actor, matter)),
    standards: [...catalogue.standards.values()].map((standard) => ({
      id: standard.id,
      title: system.word(`${standard.id}.title`, standard.title, actor.locale),
      cites: [...new Set(standard.values.map(({ cite }) => citationText(cite)))],
    })),
    signals: [...catalogue.signals.values()].filter(readable).map((signal) => describeSignal(system, actor, signal)),
    reports: [...catalogue.reports.values()].filter(open).map(({ id, title }) => ({ id, title: system.word(`${id}.title`, title, actor.locale) })),
    can,
  }
}
