// The same pure check in the browser 边填边查: what a gate or a register's standard says of what is being typed.
import { citationText } from '@houqin/define'
import type { AnyStandard, Gate, Matter, Register } from '@houqin/define'
import type { WireCite, WireFinding, WireStandard } from '@houqin/wire'

export type Typed = Readonly<Record<string, unknown>>
/** Something the form is held against, and the field that what it finds belongs under. */
export interface Question {
  readonly standard: AnyStandard
  readonly subject: unknown
  readonly field: string
}

/** What the gates before `at` ask of the form; a gate that must ask the database is left to the server. */
export function questionsOfGates({ gates, matter, at, form, facts, fields, today }: {
  gates: readonly Gate[]
  matter: Matter
  at: string
  form: Typed
  facts: Typed
  /** Names of the fields that are being filled in. */
  fields: readonly string[]
  today: string
}): readonly Question[] {
  return gates
    .filter((gate) => gate.matter.id === matter.id && gate.at.includes(at))
    .flatMap((gate) => {
      const read = new Set<string>()
      const seen = (values: Typed): Typed => watched(values, read)
      // `defineGate` proved that the matter is what the subject reads; the list of gates forgets it.
      return asked(gate.standard, () => gate.subject({ form: seen(form), facts: seen(facts), lines: {}, today } as never, noDatabase as never), { read, fields })
    })
}

export function questionsOfRow({ standards, register, values, today }: {
  standards: readonly AnyStandard[]
  register: Register
  values: Typed
  today: string
}): readonly Question[] {
  return standards.flatMap((standard) => {
    const { row } = standard
    if (row?.of.id !== register.id) return []
    const read = new Set<string>()
    return asked(standard, () => row.subject(watched(values, read), today), { read, fields: Object.keys(register.fields) })
  })
}

function asked(standard: AnyStandard, subjectOf: () => unknown, { read, fields }: { read: ReadonlySet<string>; fields: readonly string[] }): readonly Question[] {
  try {
    const subject = subjectOf()
    // the last field that was looked at is the one that decides
    const field = [...read].filter((name) => fields.includes(name)).at(-1)
    return subject === undefined || field === undefined ? [] : [{ standard, subject, field }]
  } catch {
    // half a form is no subject yet, and what must be looked up is judged by the server
    return []
  }
}
function watched(values: Typed, read: Set<string>): Typed {
  return new Proxy(values, {
    get(target, name) {
      if (typeof name !== 'string') return undefined
      read.add(name)
      return target[name] ?? null
    },
  })
}
function noDatabase(): never {
  throw new Error('a browser asks no database')
}

function unsourced(document: string): WireCite {
  return { text: citationText({ document, mark: 'U', level: '区' }), document, number: null, clause: null, mark: 'U', level: '区', unconfirmed: true }
}

/** @param known the standard as the server describes it, with the figures of the days around `today`. */
export function judgeHere({ standard, subject }: Question, { known, today }: { known: Pick<WireStandard, 'parameters'>; today: string }): readonly WireFinding[] {
  const valid = known.parameters.filter(({ from, to }) => from <= today && (to === null || to >= today))
  const figures: Record<string, unknown> = {}
  for (const [name, { by }] of Object.entries(standard.parameters)) {
    const rows = valid.filter(({ parameter }) => parameter === name)
    figures[name] = by ? Object.fromEntries(rows.map(({ key, value }) => [key ?? '', value])) : rows[0]?.value
  }
  try {
    // a list holds standards of any subject; that this one fits was proved where both were declared
    return standard.check(subject as never, figures as never).map((finding) => {
      const [name = '', key] = finding.by.split('.')
      const cite = valid.find((row) => row.parameter === name && (key === undefined || row.key === key))?.cite
      const { level, says, measured = null, limit = null, unit = null, advice, en } = finding
      return { level, says, measured, limit, unit, advice, en, standard: standard.id, cite: cite ?? unsourced(standard.title), mend: null }
    })
  } catch {
    // a figure without a value today, or half a number: the server says so when it is sent
    return []
  }
}
