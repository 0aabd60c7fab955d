// The manners of the house that no compiler knows: how files look, which words are not said, what may be shipped.
import type { Finding } from './finding.ts'
import { findNarrowMarks } from './manners/chinese-marks.ts'
import { findClockWords } from './manners/clock-words.ts'
import { findForbiddenWords } from './manners/forbidden-words.ts'
import { findForeignLicences } from './manners/licences.ts'
import { findDeadLinks, findUnreadReadmes } from './manners/papers.ts'
import { findEmptyNames, findLongFiles, findSilentFiles, findUnseenTests } from './manners/shape-of-files.ts'
import { findBareTextAreas } from './manners/text-areas.ts'
import { findLooseVersions } from './manners/versions.ts'
import { isCode, readTree } from './tree.ts'
import type { Tree } from './tree.ts'

/** Everything unmannerly in the tree, file by file. */
export function checkManners(tree: Tree = readTree()): readonly Finding[] {
  return [...tree.files.flatMap((path) => judgeFile({ tree, path })), ...findUnreadReadmes(tree), ...findForeignLicences(tree)]
}

function judgeFile({ tree, path }: { tree: Tree; path: string }): readonly Finding[] {
  if (path.endsWith('package.json')) return findLooseVersions({ path, text: tree.read(path) })
  if (/^([^/]+|docs\/.*)\.md$|\/README[^/]*\.md$/.test(path)) return findDeadLinks({ tree, path })
  if (/\.(sql|css)$/.test(path)) {
    const text = tree.read(path)
    return [...findEmptyNames(path), ...findLongFiles({ path, text }), ...(path.endsWith('.sql') ? findClockWords({ path, text }) : [])]
  }
  if (!isCode(path)) return []
  const text = tree.read(path)
  return [findLongFiles, findSilentFiles, findClockWords, findForbiddenWords, findBareTextAreas, findNarrowMarks].reduce<Finding[]>(
    (findings, find) => [...findings, ...find({ path, text })],
    [...findEmptyNames(path), ...findUnseenTests(path)],
  )
}
