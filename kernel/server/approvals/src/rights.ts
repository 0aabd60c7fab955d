// What somebody may do in an approval 审批权限: with his own task, with a signer he added, with what he asked himself.
import type { Instance, Task } from './instance.ts'

/** What is done to one task. */
export const taskActions = Object.freeze(['agree', 'refuse', 'return', 'transfer', 'delegate', 'sign-before', 'sign-after', 'unsign', 'copy'] as const)
/** What its asker does to the whole. */
export const routeActions = Object.freeze(['withdraw', 'urge'] as const)
export type TaskAction = (typeof taskActions)[number]
export type RouteAction = (typeof routeActions)[number]

export function mayWithTask({ person, task, tasks, instance }: { person: string | null; task: Task; tasks: readonly Task[]; instance: Instance }): readonly TaskAction[] {
  if (person === null || instance.outcome !== 'open') return []
  const own = ({ person: his, forPerson }: Task): boolean => his === person || forPerson === person
  const mine = own(task) && task.state === 'open'
  if (mine && task.kind === 'delegated') return ['agree', 'refuse']
  if (mine) return ['agree', 'refuse', 'return', 'transfer', 'delegate', 'sign-before', 'sign-after', 'copy']
  const parent = tasks.find(({ id }) => id === task.parent)
  const undecided = task.kind !== 'copy' && (task.state === 'open' || task.state === 'waiting')
  return undecided && parent !== undefined && own(parent) ? ['unsign'] : []
}

/** @param askers who pressed the step and who asked for the matter. */
export function mayWithRoute({ person, instance, askers }: { person: string | null; instance: Instance; askers: readonly string[] }): readonly RouteAction[] {
  return person !== null && instance.outcome === 'open' && askers.includes(person) ? routeActions : []
}
