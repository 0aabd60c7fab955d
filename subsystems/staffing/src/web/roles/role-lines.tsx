// Roles chosen line by line 角色明细: which role, where it reaches as its declaration asks, and until when.
import { everyone, kernelRoles, lines } from '@houqin/define'
import type { Role } from '@houqin/define'
import { ChoicePicker, DayInput, RowPicker, useWholeHouse, useNames, useSay } from '@houqin/web-kit'
import type { Entries, Entry, FormState, Ref } from '@houqin/web-kit'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { organ } from '@houqin/people'
import { site } from '@houqin/places'
import { roleRequest } from '../../contract/index.ts'
import './role-lines.css'

const { role, organ: organField, site: siteField, from, to } = roleRequest.lines.roles.fields
/** What is asked of a line; the rest the server and the security administrator write. */
export const askedRoles = Object.freeze({ roles: lines(roleRequest.lines.roles.title, { fields: { role, organ: organField, site: siteField, from, to } }) })

/** The kernel's and every subsystem's, but not the one that everybody holds. */
function useGrantableRoles(): readonly Role[] {
  const parts = useWholeHouse()
  return useMemo(() => [...parts.flatMap(({ subsystem }) => Object.values(subsystem.roles)), ...kernelRoles].filter((one) => one.role !== everyone.role), [parts])
}

export function RoleLines({ form }: { form: FormState }): ReactNode {
  const say = useSay()
  const rows = form.lines['roles'] ?? []
  const change = (place: number, entries: Entries): void => form.setLines('roles', rows.map((row, at) => (at === place ? { ...row, ...entries } : row)))
  return (
    <div className="st-roles" data-field="roles">
      {form.issues['roles'] !== undefined && (
        <p className="hq-field-issue" role="alert">
          {form.issues['roles']}
        </p>
      )}
      {rows.map((row, place) => (
        <RoleLine
          key={place}
          place={place}
          row={row}
          issues={issuesOf(form, place)}
          onChange={(entries) => change(place, entries)}
          onRemove={() => form.setLines('roles', rows.filter((_, at) => at !== place))}
        />
      ))}
      <div>
        <Button onClick={() => form.setLines('roles', [...rows, { role: '', organ: null, site: null, from: '', to: '' }])}>{say('加一个角色', 'Add a role')}</Button>
      </div>
    </div>
  )
}

function RoleLine({ place, row, issues, onChange, onRemove }: {
  place: number
  row: Entries
  issues: readonly string[]
  onChange: (entries: Entries) => void
  onRemove: () => void
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const roles = useGrantableRoles()
  const chosen = roles.find((one) => one.role === row['role'])
  const number = place + 1
  return (
    <fieldset className="st-role" aria-label={say(`角色 ${number}`, `Role ${number}`)} data-field={`roles[${place}]`} data-wrong={issues.length > 0 ? '' : undefined}>
      <span className="st-role-which">
        <ChoicePicker label={say(`第 ${number} 个角色`, `Role no. ${number}`)} placeholder={say('选角色', 'Choose a role')} chosen={chosen?.role ?? null} onChange={(id) => onChange({ role: id, organ: null, site: null })} options={roles.map((one) => ({ key: one.role, label: names.of(one) }))} />
      </span>
      {chosen?.reach === 'organ' && <RowPicker register={organ.id} chosen={refIn(row['organ'])} onChange={(ref) => onChange({ organ: ref })} label={say('管哪个单位（含下级）', 'Of which organ, with those below')} />}
      {chosen?.reach === 'site' && <RowPicker register={site.id} chosen={refIn(row['site'])} onChange={(ref) => onChange({ site: ref })} label={say('管哪个场所', 'Of which site')} />}
      {chosen?.reach === 'district' && <span className="hq-secondary st-role-all">{say('全区', 'Whole district')}</span>}
      <label className="st-role-to">
        <span className="hq-secondary hq-small">{say('至（不填则直到收回）', 'Until (else until withdrawn)')}</span>
        <DayInput value={typeof row['to'] === 'string' ? row['to'] : ''} onChange={(day) => onChange({ to: day })} label={say('至', 'Until')} />
      </label>
      <Button type="text" onClick={onRemove} aria-label={say(`去掉第 ${number} 个角色`, `Remove role no. ${number}`)}>
        {say('去掉', 'Remove')}
      </Button>
      {issues.length > 0 && (
        <p className="hq-field-issue" role="alert">
          {issues.join(' ')}
        </p>
      )}
    </fieldset>
  )
}

/** What the form or the server says of one line. */
function issuesOf({ issues }: FormState, place: number): readonly string[] {
  const line = `roles[${place}]`
  return Object.entries(issues).flatMap(([at, says]) => (at === line || at.startsWith(`${line}.`) ? [says] : []))
}
function refIn(entry: Entry | undefined): Ref | null {
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry : null
}

/** As the interface takes them: what was left empty is left out. */
export function rolesGiven(rows: readonly Readonly<Record<string, unknown>>[]): readonly object[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== '')))
}
