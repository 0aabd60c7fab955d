// The approval on a matter's page 审批面板: stages and who sits there, what each said, and what the reader may do now.
import { seatWords, vacancyWords, wantSeats } from '@houqin/approval-routes'
import type { Desk, Stage } from '@houqin/approval-routes'
import type { Db, Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { personOf, stepLabel } from '@houqin/matter-records'
import type { AtMatter, RouteWire } from '@houqin/matter-records'
import type { Locale } from '@houqin/problem'
import { fingerprint, signaturesOf } from '@houqin/signatures'
import type { Signature } from '@houqin/signatures'
import { referenceOf, targetsOf, wantedBy, withReferences } from '@houqin/rows'
import type { Targets } from '@houqin/rows'
import type { WireStage, WireTask } from '@houqin/wire'
import { askersOf } from './advance.ts'
import { latestOf, tasksOf } from './instance.ts'
import type { Instance, Task } from './instance.ts'
import { mayWithRoute, mayWithTask } from './rights.ts'
import { seenOf } from './seen.ts'
import { stuckOf } from './stuck.ts'
import { visitedBy } from './visited.ts'

/** The approval that is open, or the last there was; the matter's readers read it with the matter. */
export async function readRoute(db: Db | Tx, desk: Desk, at: AtMatter): Promise<RouteWire | undefined> {
  const { caller, matter, stored } = at
  const instance = await latestOf(db, stored.id)
  if (instance === undefined) return undefined
  const tasks = await tasksOf(db, instance.id)
  const person = personOf(caller)
  const step = matter.steps[instance.step]
  const wanted = wantedBy(step?.input ?? {}, matter.id, [instance.input])
  const lines = pressedLines(matter, instance.lines)
  for (const [set, rows] of Object.entries(lines)) wantedBy(matter.lines[set]?.fields ?? {}, matter.id, rows, wanted)
  wantSeats(wanted, desk, { stages: instance.stages, copies: instance.copies, tasks })
  const targets = await targetsOf(db, wanted)
  const isOpen = instance.outcome === 'open'
  const signatures = await signaturesOf(db, tasks.map(({ id }) => id))
  const toSign = isOpen && (instance.stages[instance.stage]?.signature ?? 'none') !== 'none'
  return {
    id: instance.id,
    version: instance.version,
    step: instance.step,
    label: stepLabel(matter, instance.step),
    askedBy: { id: instance.pressedBy, name: instance.pressedName },
    askedAt: instance.openedAt.toISOString(),
    comment: instance.comment,
    input: withReferences({ catalogue: desk.catalogue, fields: step?.input ?? {}, owner: matter.id, values: instance.input, targets }),
    lines: Object.fromEntries(Object.entries(lines).map(([set, rows]) => [
      set, rows.map((values) => withReferences({ catalogue: desk.catalogue, fields: matter.lines[set]?.fields ?? {}, owner: matter.id, values, targets })),
    ])),
    outcome: instance.outcome,
    ended: instance.endedAt && {
      at: instance.endedAt.toISOString(), by: { id: instance.endedBy, name: instance.endedName ?? '' }, words: instance.words,
      to: instance.backTo === null ? null : (matter.states[instance.backTo]?.title ?? instance.backTo),
    },
    copies: {
      who: instance.copies.map((seat) => seatWords(desk.catalogue, seat, (id) => referenceOf(targets, id).name)),
      persons: tasks.flatMap((task) => (isRouteCopy(task) && task.person !== null ? [referenceOf(targets, task.person)] : [])),
    },
    stages: instance.stages.map((stage, number) => stageWire(desk, { stage, number, instance, tasks, signatures, targets, person, locale: caller.actor.locale })),
    stuck: isOpen ? await stuckOf(db, desk, { instance, stored, locale: caller.actor.locale }) : null,
    digest: toSign ? fingerprint(await seenOf(db, desk, { matter, stored, instance })) : null,
    visited: isOpen ? await visitedBy(db, at) : [],
    may: mayWithRoute({ person, instance, askers: askersOf(at, instance) }),
  }
}

/** Sent by the route, not by one of its approvers. */
const isRouteCopy = ({ kind, parent }: Task): boolean => kind === 'copy' && parent === null

/** As they came with the step, whose shape was checked then. */
function pressedLines(matter: Matter, lines: unknown): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  const given = typeof lines === 'object' && lines !== null ? lines : {}
  return Object.fromEntries(Object.entries(given).filter(([set, rows]) => Object.hasOwn(matter.lines, set) && Array.isArray(rows)))
}

function stageWire(desk: Desk, { stage, number, instance, tasks, signatures, targets, person, locale }: {
  stage: Stage; number: number; instance: Instance; tasks: readonly Task[]; signatures: ReadonlyMap<string, Signature>; targets: Targets; person: string | null; locale: Locale
}): WireStage {
  const own = tasks.filter((task) => task.stage === number && !isRouteCopy(task))
  const passed = instance.outcome === 'passed' || number < instance.stage
  const state = passed ? 'passed' : own.length === 0 ? 'to-come' : instance.outcome === 'open' ? 'open' : 'stopped'
  return {
    title: stage.title,
    mode: stage.mode,
    percent: stage.percent ?? null,
    state,
    signature: stage.signature ?? 'none',
    who: stage.who.map((seat) => seatWords(desk.catalogue, seat, (id) => referenceOf(targets, id).name)),
    tasks: own.map((task): WireTask => ({
      id: task.id,
      version: task.version,
      kind: task.kind,
      person: task.person === null ? null : referenceOf(targets, task.person),
      for: task.forPerson === null ? null : referenceOf(targets, task.forPerson),
      state: task.state,
      dueAt: task.dueAt?.toISOString() ?? null,
      decidedAt: task.decidedAt?.toISOString() ?? null,
      decidedBy: task.decidedName === null ? null : { id: task.decidedBy, name: task.decidedName },
      comment: task.comment,
      vacancy: task.vacancy === null ? null : vacancyWords[task.vacancy][locale],
      signature: signatureWire(signatures.get(task.id)),
      may: mayWithTask({ person, task, tasks, instance }),
    })),
  }
}
function signatureWire(signed: Signature | undefined): WireTask['signature'] {
  return signed ? { manner: signed.manner, file: signed.file, at: signed.at, digest: signed.digest } : null
}
