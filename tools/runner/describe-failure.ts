// A failed test in words: its name, its file and line, what was expected, and the stack without Node's own frames.
import { relative } from 'node:path'
import { inspect } from 'node:util'

const mostOutputLines = 120

/** Several lines: `✗ name`, `path:line`, then why, indented. */
export function describeFailure({ name, path, line, why, root }: {
  name: string
  /** Absolute. */
  path: string
  line: number | undefined
  why: string | Error | undefined
  root: string
}): string {
  const place = `${relative(root, path)}${line === undefined ? '' : `:${line}`}`
  return [`✗ ${name}`, `  ${place}`, indent(shorten({ text: reason(why), root }))].join('\n')
}

/** What a file of failed tests printed, its end when that is long. */
export function describeOutput({ path, output, root }: { path: string; output: string; root: string }): string {
  const lines = shorten({ text: output, root }).trimEnd().split('\n')
  const left = lines.length - mostOutputLines
  const head = `  ${relative(root, path)} printed${left > 0 ? ` (${left} lines before left out)` : ''}:`
  return [head, indent(lines.slice(-mostOutputLines).join('\n'))].join('\n')
}

/** node:test wraps what was thrown; the reader wants the thing itself. */
function reason(why: string | Error | undefined): string {
  if (typeof why === 'string') return why
  const thrown: unknown = why?.cause ?? why
  if (typeof thrown === 'string') return thrown
  return thrown instanceof Error ? (thrown.stack ?? inspect(thrown)) + causes(thrown) : inspect(thrown, { depth: 6 })
}

function causes({ cause }: Error): string {
  return cause === undefined ? '' : `\ncaused by: ${inspect(cause, { depth: 4 })}`
}

function shorten({ text, root }: { text: string; root: string }): string {
  return text
    .split('\n')
    .filter((line) => !/^\s+at .*(node:internal|node:async_hooks|node:events)/.test(line))
    .join('\n')
    .replaceAll(`file://${root}/`, '')
    .replaceAll(`${root}/`, '')
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
