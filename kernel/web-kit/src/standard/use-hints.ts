// Hints while typing 边填边查: what the standards say of the form as it stands, a moment after the last key.
import type { AnyStandard, Fields, Matter, Register } from '@houqin/define'
import type { KeptFinding } from '@houqin/wire'
import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { standardQuery } from '../api/queries.ts'
import { serverNow } from '../clock.ts'
import { givenValues } from '../fields/entries.ts'
import type { Entries } from '../fields/entries.ts'
import { dayOf } from '../format/when.ts'
import { useHouse, useSubsystemsOf } from '../parts/house.tsx'
import { useSay } from '../words/words.tsx'
import { judgeHere, questionsOfGates, questionsOfRow } from './judge-here.ts'
import type { Question, Typed } from './judge-here.ts'

/** What a form is for: a step (or `start`) of a matter with what it holds already, or a row of a register. */
export type FormOf =
  | { readonly matter: Matter; readonly at: string; readonly form?: Typed; readonly facts?: Typed }
  | { readonly register: Register; readonly row?: Typed }

const typingPause = 300

/** Findings by the field they stand under. The gate on the server stays the judge. */
export function useHints({ fields, entries, of }: { fields: Fields; entries: Entries; of: FormOf | undefined }): ReadonlyMap<string, readonly KeptFinding[]> {
  const say = useSay()
  const { loaded } = useHouse()
  useSubsystemsOf(...(of === undefined ? [] : ['register' in of ? of.register.id : of.matter.id]))
  const today = dayOf(serverNow())
  const [paused, setPaused] = useState(entries)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(entries), typingPause)
    return () => clearTimeout(timer)
  }, [entries])
  const typed = of === undefined ? {} : givenValues({ fields, entries: paused, say }).values
  const questions: readonly Question[] = of === undefined ? [] : asked({ of, typed, fields, today, standards: loaded.flatMap(({ subsystem }) => Object.values(subsystem.standards)), gates: loaded.flatMap(({ subsystem }) => subsystem.gates) })
  const known = useQueries({ queries: questions.map(({ standard }) => ({ ...standardQuery(standard.id), staleTime: 300_000 })) })
  const found = new Map<string, readonly KeptFinding[]>()
  for (const [place, question] of questions.entries()) {
    const data = known[place]?.data
    if (!data) continue
    const findings = judgeHere(question, { known: data, today })
    if (findings.length > 0) found.set(question.field, [...(found.get(question.field) ?? []), ...findings])
  }
  return found
}

function asked({ of, typed, fields, today, standards, gates }: {
  of: FormOf
  typed: Typed
  fields: Fields
  today: string
  standards: readonly AnyStandard[]
  gates: Parameters<typeof questionsOfGates>[0]['gates']
}): readonly Question[] {
  if ('register' in of) return questionsOfRow({ standards, register: of.register, values: { ...byIds(of.row), ...typed }, today })
  const { matter, at } = of
  const starts = at === 'start'
  return questionsOfGates({
    gates, matter, at, today, fields: Object.keys(fields),
    form: starts ? typed : byIds(of.form), facts: starts ? {} : { ...byIds(of.facts), ...typed },
  })
}
/** References come with their names and are judged by their ids. */
function byIds(values: Typed = {}): Typed {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' && value !== null && 'id' in value ? value.id : value]))
}
