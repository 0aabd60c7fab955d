// The list of ids 编号清单: every name that tables, links, scripts and grants rely upon, to be read and kept.
import type { Catalogue, Fields, LineSets } from '@houqin/define'

/** Markdown of every id that tables, links, scripts and grants rely upon. */
export function idList(catalogue: Catalogue): string {
  const lines = catalogue.subsystems.flatMap((subsystem) => [
    '', `## ${subsystem.id}`, '',
    ...list('role', Object.values(subsystem.roles).map(({ role }) => [role])),
    ...list('register', Object.values(subsystem.registers).map(({ id, fields, lines: sets }) => [id, fieldIds(fields), ...lineIds(sets)])),
    ...list('matter', Object.values(subsystem.matters).map(({ id, prefix, form, facts, lines: sets, states, steps }) => [
      id, `letters ${prefix}`, `form: ${fieldIds(form)}`, `facts: ${fieldIds(facts)}`, ...lineIds(sets), `states: ${keys(states)}`, `steps: ${keys(steps)}`,
    ])),
    ...list('standard', Object.values(subsystem.standards).map(({ id, parameters }) => [
      id, Object.entries(parameters).map(([name, { by }]) => (by ? `${name}(${keys(by)})` : name)).join(' '),
    ])),
    ...list('signal', Object.values(subsystem.signals).map(({ id, attributes, alarms }) => [id, `attributes: ${fieldIds(attributes)}`, `alarms: ${keys(alarms)}`])),
    ...list('report', Object.values(subsystem.reports).map(({ id, columns }) => [id, keys(columns)])),
  ])
  return [
    '# Ids that never change', '',
    'Tables, links, scripts, grants and old answers rely on these names: labels may change, ids may not. A line that is',
    'added is a new thing; a line that changes or goes is a migration, and breaks whoever used the name.',
    ...lines, '',
  ].join('\n')
}
function list(kind: string, things: readonly (readonly string[])[]): readonly string[] {
  return things.map(([id = '', ...parts]) => `- ${kind} \`${id}\`${parts.filter((part) => !/^\w+: $/.test(part) && part !== '').map((part) => ` · ${part}`).join('')}`)
}
function fieldIds(fields: Fields): string {
  return Object.entries(fields).map(([key, field]) => (field.kind === 'choice' ? `${key}(${keys(field.options)})` : key)).join(' ')
}
function lineIds(sets: LineSets): readonly string[] {
  return Object.entries(sets).map(([set, { fields }]) => `lines ${set}: ${fieldIds(fields)}`)
}
function keys(things: object): string {
  return Object.keys(things).join(' ')
}
