// A check 检查: one subject held against one standard with the figures of a day; what it finds is ready for the wire.
import type { Db, Tx } from '@houqin/db'
import { isDate } from '@houqin/clock'
import type { AnyStandard, Finding, SubjectRow } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { WireFinding } from '@houqin/wire'
import { noSource } from './citation.ts'
import { MissingFigure, figuresAsOf } from './figures.ts'
import type { FiguresOnADay } from './figures.ts'


/** @param asOf YYYY-MM-DD. A figure that has no value on that day is a note among the findings. */
export async function check(
  db: Db | Tx,
  { standard, subject, asOf }: { standard: AnyStandard; subject: unknown; asOf: string },
): Promise<readonly WireFinding[]> {
  return judge({ standard, subject, figures: await figuresAsOf(db, standard, realDay(asOf)) })
}

/** `check` for a subject handed in from outside: what the standard cannot read is `bad-input`. */
export async function checkGiven(
  db: Db | Tx,
  { standard, subject, asOf }: { standard: AnyStandard; subject: unknown; asOf: string },
): Promise<readonly WireFinding[]> {
  if (typeof subject !== 'object' || subject === null || Array.isArray(subject)) throw unreadable(standard)
  const figures = await figuresAsOf(db, standard, realDay(asOf))
  try {
    return judge({ standard, subject, figures })
  } catch (cause) {
    throw unreadable(standard, cause)
  }
}

/** The check with figures already read: one ledger, one read. @param row where the subject stands in the ledger, if in one. */
export function judge({ standard, subject, figures, row }: {
  standard: AnyStandard
  subject: unknown
  figures: FiguresOnADay
  row?: SubjectRow<unknown>
}): readonly WireFinding[] {
  try {
    // A list holds standards of any subject; that this one fits was proved where both were declared together.
    return standard.check(subject as never, figures.figures as never).map((found) => wire({ standard, found, figures, ...(row && { row }) }))
  } catch (error) {
    if (error instanceof MissingFigure) return [missing({ standard, error, day: figures.day })]
    throw error
  }
}

/** A finding as it stands on the wire, with the citation of the parameter that judged. */
export function wire({ standard, found, figures, row }: {
  standard: AnyStandard
  found: Finding
  figures: FiguresOnADay
  row?: SubjectRow<unknown>
}): WireFinding {
  const cite = figures.cite(found.by)
  return Object.freeze({
    level: found.level,
    says: found.says,
    measured: found.measured ?? null,
    limit: found.limit ?? null,
    unit: found.unit ?? null,
    advice: found.advice,
    en: found.en,
    standard: standard.id,
    cite,
    // a list of standards forgets what their rows are; they came from its own ledger
    mend: mendOf(standard, row && standard.fill?.(row as never, found, cite.text)),
  })
}

export function mendOf(standard: AnyStandard, fill: Readonly<Record<string, string>> = {}): WireFinding['mend'] {
  const matter = standard.mend?.()
  return matter ? { matter: matter.id, title: matter.title, fill } : null
}

/** @throws Problem bad-request for what is no day. */
export function realDay(day: string): string {
  if (isDate(day)) return day
  throw new Problem('bad-request', say(`“${day}”不是一个日期，请写作 2026-11-24 这样。`, `“${day}” is not a day, write it as 2026-11-24.`))
}

function missing({ standard, error, day }: { standard: AnyStandard; error: MissingFigure; day: string }): WireFinding {
  const parameter = standard.parameters[error.parameter]
  const key = error.key === undefined ? '' : `（${parameter?.by?.[error.key] ?? error.key}）`
  const figure = `${parameter?.title ?? error.parameter}${key}`
  return Object.freeze({
    level: 'note',
    says: `${day} 没有“${figure}”的有效数值，《${standard.title}》无法判断。`,
    advice: '请补录该日有效的数值及其出处。',
    en: { says: `There is no value for “${figure}” on ${day}, so “${standard.title}” cannot judge.`, advice: 'Enter the value in force on that day and its source.' },
    measured: null, limit: null, unit: parameter?.unit ?? null,
    standard: standard.id, cite: noSource(standard.title), mend: null,
  })
}

function unreadable(standard: AnyStandard, cause?: unknown): Problem {
  const example = standard.examples[0]?.given
  const shape = typeof example === 'object' && example !== null ? Object.keys(example).join(', ') : ''
  const detail = say(
    `《${standard.title}》读不懂所给的检查对象，应含有：${shape}。`,
    `“${standard.title}” cannot read this subject; it should hold: ${shape}.`,
  )
  return new Problem('bad-input', detail, { issues: [{ at: 'subject', says: detail }], cause })
}
