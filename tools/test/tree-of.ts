// A tree of files that exists only in a test.
import type { Tree } from '../tree.ts'

export function treeOf(files: Readonly<Record<string, string>>): Tree {
  const read = (path: string): string => {
    const text = files[path]
    if (text === undefined) throw new Error(`the test's tree has no ${path}`)
    return text
  }
  return { root: '/nowhere', files: Object.keys(files).toSorted(), read }
}
