// A repair as the pages made by hand read it 报修单: the wire's values under their own names and types.
import type { ListedMatter, Ref, WireFile, WireMatter, WireValue } from '@houqin/web-kit'
import type { Urgency } from '../contract/index.ts'

export interface RepairLine {
  readonly matter: ListedMatter
  readonly number: string
  readonly version: number
  readonly state: string
  readonly what: string
  readonly urgency: Urgency
  readonly room: Ref | null
  readonly area: Ref | null
  readonly site: Ref | null
  readonly whereabouts: string
  readonly photos: readonly string[]
  readonly category: Ref | null
  readonly team: Ref | null
  readonly worker: Ref | null
  readonly asker: string
  readonly phone: string
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly openedAt: string
  readonly acceptedAt: string | null
  readonly arrivedAt: string | null
  readonly waitingFor: string
  readonly waitUntil: string
  readonly reopened: number
}

export function readRepair(matter: ListedMatter): RepairLine {
  const { form = {}, facts = {} } = matter
  return {
    matter,
    number: matter.number,
    version: matter.version,
    state: matter.state,
    what: text(form['what']),
    urgency: urgencyOf(form['urgency']),
    room: refOf(form['room']),
    area: refOf(form['area']),
    site: matter.site ?? refOf(form['site']),
    whereabouts: text(form['whereabouts']),
    photos: fileIds(form['photos']),
    category: refOf(facts['handledAs']) ?? refOf(form['category']),
    team: refOf(facts['team']),
    worker: refOf(facts['worker']),
    asker: callerName(matter.requester, text(form['contact'])),
    phone: text(form['phone']),
    dueAt: matter.dueAt,
    overdue: matter.overdue,
    openedAt: matter.openedAt,
    acceptedAt: text(facts['acceptedAt']) || null,
    arrivedAt: text(facts['arrivedAt']) || null,
    waitingFor: text(facts['waitingFor']),
    waitUntil: text(facts['waitUntil']),
    reopened: Number(facts['reopened'] ?? 0),
  }
}

/**
 * Where it is, as people say it: the room, the ground, or the site with the words somebody wrote.
 * @param within the name of a site that is understood and left out.
 */
export function placeText({ room, area, site, whereabouts }: Pick<RepairLine, 'room' | 'area' | 'site' | 'whereabouts'>, within?: string): string {
  const named = room?.name ?? area?.name ?? site?.name ?? ''
  const short = within !== undefined && named.startsWith(`${within} `) ? named.slice(within.length + 1) : named
  return [short, whereabouts].filter(Boolean).join(' ')
}
/** Urgent first, then by what was promised. */
export function byUrgencyThenDue(a: RepairLine, b: RepairLine): number {
  if ((a.urgency === 'urgent') !== (b.urgency === 'urgent')) return a.urgency === 'urgent' ? -1 : 1
  return (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')
}

/** His name, or what a visitor at a door called himself. */
function callerName({ name }: WireMatter['requester'], contact: string): string {
  return contact && contact !== name ? contact : name
}
function urgencyOf(value: WireValue | undefined): Urgency {
  return value === 'urgent' || value === 'low' ? value : 'normal'
}
export function text(value: WireValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
export function refOf(value: WireValue | undefined): Ref | null {
  return typeof value === 'object' && value !== null && 'id' in value ? value : null
}
export function fileIds(value: WireValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((file: string | WireFile) => (typeof file === 'string' ? file : file.id)) : []
}
