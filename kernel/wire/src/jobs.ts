// Jobs 任务: long work, and how far it has come.

export interface WireJob {
  readonly id: string
  readonly title: string
  readonly state: 'queued' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly of: number | null
  readonly result: unknown
  readonly problem: string | null
}
/** What the house itself has under way. */
export type HouseJob = Pick<WireJob, 'id' | 'title' | 'state' | 'done' | 'of'>
