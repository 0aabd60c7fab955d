// Where a file stands in the house: which part it belongs to and where its code runs.

/** The parts of the house, by their top folder. */
export type Part = 'define' | 'kernel' | 'web-kit' | 'protocol' | 'drawing' | 'subsystem' | 'app' | 'elsewhere'

/**
 * Where code runs. `anywhere` is pure code, read by server and browser alike; `test` and `seed` may reach every
 * runtime of their own package.
 */
export type Runtime = 'anywhere' | 'locales' | 'server' | 'web' | 'device' | 'sim' | 'test' | 'seed'

export interface Place {
  readonly part: Part
  readonly runtime: Runtime
}

const parts: readonly (readonly [RegExp, Part])[] = [
  [/^kernel\/(define|words|wire)\//, 'define'],
  [/^kernel\/web-kit\//, 'web-kit'],
  [/^kernel\//, 'kernel'],
  [/^protocols\//, 'protocol'],
  [/^drawings\//, 'drawing'],
  [/^subsystems\//, 'subsystem'],
  [/^apps\//, 'app'],
]

const runtimes: readonly (readonly [RegExp, Runtime])[] = [
  [/(^|\/)(test|bench)\/|\.test\.tsx?$/, 'test'],
  [/^(kernel\/define|kernel\/words|kernel\/wire|protocols\/[^/]+|drawings\/[^/]+)\/src\//, 'anywhere'],
  [/^subsystems\/[^/]+\/src\/contract\//, 'anywhere'],
  [/^subsystems\/[^/]+\/locales\//, 'locales'],
  [/^(kernel\/web-kit\/src|subsystems\/[^/]+\/src\/web|apps\/web\/src)\//, 'web'],
  [/^subsystems\/[^/]+\/src\/device\//, 'device'],
  [/^subsystems\/[^/]+\/src\/sim\//, 'sim'],
  [/^subsystems\/[^/]+\/([^/]+|seed\/.+|src\/server\/demonstration\.ts)$/, 'seed'],
]

/** The place of a path relative to the project's folder; code of no special place runs on the server. */
export function placeOf(path: string): Place {
  return {
    part: parts.find(([pattern]) => pattern.test(path))?.[1] ?? 'elsewhere',
    runtime: runtimes.find(([pattern]) => pattern.test(path))?.[1] ?? 'server',
  }
}
