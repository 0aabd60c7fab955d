// Types: one compiler run for each place where code runs, and no file that none of them has seen.
import { relative } from 'node:path'
import { installed, runProgram } from './program.ts'
import { readTree } from './tree.ts'
import type { Tree } from './tree.ts'

/** Pure code without Node and browser; server, tools and tests; the browser; tests that look into the browser. */
export const projects = ['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.web-test.json'] as const

/** Answers what the compiler says, and which files it was never shown; empty when all is well. */
export async function checkTypes(tree: Tree = readTree()): Promise<string> {
  const runs = await Promise.all(
    projects.map((project) => runProgram({ program: installed('tsc'), args: ['-p', project, '--listFiles', '--pretty', 'false'], folder: tree.root })),
  )
  const seen = new Set<string>()
  const complaints = runs.map(({ exitCode, output }, index) => {
    const lines = output.trimEnd().split('\n')
    const isListed = (line: string): boolean => line.startsWith('/') && !/\berror TS\d+/.test(line)
    for (const line of lines.filter(isListed)) seen.add(relative(tree.root, line))
    const rest = lines.filter((line) => line !== '' && !isListed(line)).join('\n')
    return exitCode === 0 || rest !== '' ? rest : `${projects[index]}: the compiler ended with exit code ${exitCode}.`
  })
  const unseen = tree.files
    .filter((path) => /\.(ts|tsx)$/.test(path) && !seen.has(path))
    .map((path) => `${path} is seen by no ${projects.join(', ')}; add its folder to the one for where it runs.`)
  return [...complaints, ...unseen].filter((text) => text !== '').join('\n')
}
