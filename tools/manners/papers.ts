// The papers: links that lead somewhere, and a short README in every subsystem.
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { lineAt } from '../finding.ts'
import type { Tree } from '../tree.ts'

const mostReadmeLines = 80

/** Relative links and pictures in a Markdown file that lead to no file. Code blocks are not searched. */
export function findDeadLinks({ tree, path }: { tree: Tree; path: string }): readonly Finding[] {
  const text = tree.read(path)
  const prose = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ' ')).replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length))
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)/gm)].flatMap((found): readonly Finding[] => {
    const link = found[1] ?? found[2] ?? ''
    if (/^([a-z][a-z+.-]*:|#|\/\/)/i.test(link)) return []
    const target = posix.join(posix.dirname(path), decodeURIComponent(link.replace(/[#?].*$/, '')))
    if (existsSync(join(tree.root, target))) return []
    return [{ path, line: lineAt({ text, offset: found.index }), says: `links to ${link}, which does not exist; mend the link.` }]
  })
}

/** Subsystems without a README, or with one nobody reads to its end. */
export function findUnreadReadmes(tree: Tree): readonly Finding[] {
  const folders = new Set(tree.files.flatMap((path) => /^subsystems\/[^/]+(?=\/)/.exec(path) ?? []))
  return [...folders].flatMap((folder): readonly Finding[] => {
    const path = `${folder}/README.md`
    if (!tree.files.includes(path)) return [{ path, line: 0, says: 'is missing; say whose words, which regulations, which screens.' }]
    const lines = tree.read(path).trimEnd().split('\n').length
    return lines > mostReadmeLines ? [{ path, line: mostReadmeLines + 1, says: `has ${lines} lines, more than ${mostReadmeLines}; shorten it.` }] : []
  })
}
