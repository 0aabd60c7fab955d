// The stages of `npm test` and `npm run check`, in their order, and which files belong to which.
import { join } from 'node:path'
import { checkBoundaries } from './boundaries.ts'
import { checkLint } from './lint.ts'
import { checkManners } from './manners.ts'
import { checkStage, findingStage } from './runner/stage.ts'
import type { Stage } from './runner/stage.ts'
import { testStage } from './runner/test-stage.ts'
import { checkTypes } from './type-check.ts'
import type { Tree } from './tree.ts'

export interface Needs {
  /** Starts the one PostgreSQL that all test files share. */
  database: () => Promise<void>
  /** Sees to Chromium and a Chinese font. */
  browser: () => Promise<void>
  /** Opens the one demonstration district that all browser stories share. */
  demonstration: () => Promise<void>
}

interface KindOfTest {
  readonly name: string
  /** How the files' names end. */
  readonly ending: string
  /** How long one file may take. */
  readonly timeoutSeconds: number
  readonly needs: readonly (keyof Needs)[]
}

/** In the order they run. A file is of the kind with the longest ending that fits. */
const kinds: readonly KindOfTest[] = [
  { name: 'conformance', ending: '.conformance.test.ts', timeoutSeconds: 60, needs: [] },
  { name: 'unit', ending: '.test.ts', timeoutSeconds: 60, needs: [] },
  { name: 'integration', ending: '.db.test.ts', timeoutSeconds: 180, needs: ['database'] },
  { name: 'browser', ending: '.browser.test.ts', timeoutSeconds: 300, needs: ['database', 'browser', 'demonstration'] },
]

/**
 * Everything, or the quick part that needs neither database nor browser. With a filter only the test files whose
 * path contains it are run. A kind of test without a file has no stage.
 */
export function stagesOf({ tree, quick, filter, needs, stop }: {
  tree: Tree
  quick: boolean
  filter: string | undefined
  needs: Needs
  /** Ends the tests under way when the run is given up. */
  stop: AbortSignal
}): readonly Stage[] {
  const checks: readonly Stage[] = [
    checkStage({ name: 'types', check: () => checkTypes(tree) }),
    checkStage({ name: 'lint', check: () => checkLint() }),
    findingStage({ name: 'boundaries', find: () => checkBoundaries(tree) }),
    findingStage({ name: 'manners', find: () => checkManners(tree) }),
  ]
  const tests = kinds.filter((kind) => !quick || kind.needs.length === 0).flatMap((kind): readonly Stage[] => {
    const files = tree.files
      .filter((path) => kindOf(path) === kind && (filter === undefined || path.includes(filter)))
      .map((path) => join(tree.root, path))
    const prepare = async (): Promise<void> => {
      for (const need of kind.needs) await needs[need]()
    }
    const { name, timeoutSeconds } = kind
    // What shares a database with its neighbours may be shaken by them; what needs nothing fails by its own fault.
    const alone = kind.needs.length > 0
    return files.length === 0 ? [] : [testStage({ name, files, timeoutSeconds, alone, root: tree.root, prepare, stop })]
  })
  return filter === undefined ? [...checks, ...tests] : tests
}

function kindOf(path: string): KindOfTest | undefined {
  return kinds.filter(({ ending }) => path.endsWith(ending)).sort((a, b) => b.ending.length - a.ending.length)[0]
}
