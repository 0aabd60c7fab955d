// What is done in an approval, as it is handed in 办理内容.
import type { RouteAction, TaskAction } from './rights.ts'

/** A body as it came from the wire, its shape already checked there. */
export interface TaskGiven {
  readonly action: TaskAction | RouteAction
  /** Of the task, or of the route for what is done to the whole. */
  readonly version: number
  readonly comment?: string
  /** The person to whom, or whom besides. */
  readonly to?: string
  /** With `return`: a state the matter has been in. */
  readonly state?: string
  /** With `agree`, where the stage asks for one: drawn on the spot; without a file the signature he keeps. */
  readonly signature?: { readonly file?: string | undefined }
  /** The fingerprint of what he has before him, as the route tells it. */
  readonly digest?: string
}
