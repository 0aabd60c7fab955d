// The rules every single import must keep. Each answers with a sentence when the import breaks it.
import { isTestCode } from '../tree.ts'
import type { Edge } from './edges.ts'
import type { Runtime } from './place.ts'
import { placeOf } from './place.ts'

type Rule = (edge: Edge) => string | false

/** Libraries that need a browser's document. */
const domLibraries = /^(react|react-dom|antd|@ant-design\/.+|@tanstack\/react-.+|ol|uplot|echarts)$/

/** Which runtimes of its own package a file may reach by a relative path. */
const reach: Readonly<Record<Runtime, readonly Runtime[]>> = {
  anywhere: ['anywhere'],
  locales: ['anywhere', 'locales'],
  // the server part names its demonstration
  server: ['anywhere', 'locales', 'server', 'seed'],
  web: ['anywhere', 'locales', 'web'],
  device: ['anywhere', 'device'],
  sim: ['anywhere', 'sim'],
  seed: ['anywhere', 'locales', 'server', 'seed'],
  test: ['anywhere', 'locales', 'server', 'web', 'device', 'sim', 'seed', 'test'],
}

const runtimeNames: Readonly<Record<Runtime, string>> = {
  anywhere: 'code that must run anywhere',
  locales: 'a locale',
  server: 'server code',
  web: 'browser code',
  device: 'device code',
  sim: 'a simulator',
  seed: 'a seed',
  test: 'a test',
}

const staysInside: Rule = ({ target, owner, specifier }) =>
  target.kind === 'file' && owner.folder !== '' && !target.path.startsWith(`${owner.folder}/`) &&
  `reaches out of ${owner.name} by the path ${specifier}; import the other package by its name.`

const exists: Rule = ({ target, specifier }) =>
  target.kind === 'file' && !target.exists && `imports ${specifier}, which does not exist; write the whole file name with its ending.`

/** Runs when the console is built, and is not part of what is built. */
const isBuildCode = (path: string): boolean => path.endsWith('.config.ts') || path.startsWith('apps/web/build/')

const isListed: Rule = ({ target, owner, path }) => {
  if (target.kind !== 'package' || target.name === owner.name || owner.dependencies.includes(target.name)) return false
  const manifest = `${owner.folder === '' ? '' : `${owner.folder}/`}package.json`
  if (!owner.devDependencies.includes(target.name)) return `imports ${target.name}, which ${manifest} does not list; list it or do without it.`
  return !isTestCode(path) && !isBuildCode(path) &&
    `imports ${target.name}, which ${manifest} lists for tests and builds only; move it to dependencies.`
}

const isExported: Rule = ({ target }) =>
  target.kind === 'package' && target.own !== undefined && !target.own.exports.includes(target.subpath) &&
  `imports ${target.subpath} of ${target.name}, which exports only ${target.own.exports.join(' ')}; use what it exports.`

const kernelKnowsNoSubsystem: Rule = ({ place, target }) => {
  if (!['define', 'kernel', 'web-kit'].includes(place.part)) return false
  const part = target.kind === 'package' && target.own ? placeOf(`${target.own.folder}/`).part : undefined
  return (part === 'subsystem' || part === 'app') &&
    'is kernel and imports what is built on the kernel; let the subsystem hand in what is needed.'
}

const protocolImportsNothing: Rule = ({ place, target }) =>
  place.part === 'protocol' && place.runtime !== 'test' && target.kind !== 'file' &&
  'is a protocol codec, and those import nothing; let the caller bring the input and output.'

const pureStaysPure: Rule = ({ place, target, typeOnly }) => {
  if (place.runtime !== 'anywhere' && place.runtime !== 'locales') return false
  const says = `is ${runtimeNames[place.runtime]}, in server and browser alike`
  if (target.kind === 'builtin') return `${says}, and imports a part of Node; move this work to the server.`
  if (target.kind !== 'package') return false
  if (typeOnly && target.own === undefined && !domLibraries.test(target.name)) return false
  // geometry is reckoned with libraries that run anywhere too
  if (place.part === 'drawing' && target.own === undefined && !domLibraries.test(target.name)) return false
  const part = target.own ? placeOf(`${target.own.folder}/`).part : undefined
  return part !== 'define' && part !== 'subsystem' && part !== 'protocol' && part !== 'drawing' &&
    `${says}, and imports ${target.name}; only @houqin/define, its words, contracts of other subsystems and types of libraries may be imported here.`
}

const runtimesStayApart: Rule = ({ place, target, path }) => {
  if (target.kind === 'file' && target.exists) {
    const there = placeOf(target.path).runtime
    return !reach[place.runtime].includes(there) && placeOf(path).part === 'subsystem' &&
      `is ${runtimeNames[place.runtime]} and imports ${runtimeNames[there]}; share what both need through src/contract.`
  }
  if (place.runtime === 'web' && target.kind === 'builtin') return 'is browser code and imports a part of Node; ask the server for it.'
  if (place.runtime === 'web' && target.kind === 'package' && target.own?.folder.startsWith('kernel/server/'))
    return `is browser code and imports ${target.name} of the server; ask the server for it.`
  return ['server', 'device', 'sim', 'seed'].includes(place.runtime) && target.kind === 'package' && domLibraries.test(target.name) &&
    `is ${runtimeNames[place.runtime]} and imports ${target.name}, which needs a browser; move it to browser code.`
}

const neighboursByContract: Rule = ({ place, target, owner }) =>
  place.part === 'subsystem' && target.kind === 'package' && target.own !== undefined && target.own !== owner &&
  target.own.folder.startsWith('subsystems/') && target.subpath !== '.' &&
  // one district is told in several parts: a seed takes up where the one below it ends
  !(target.subpath === './seed' && (place.runtime === 'seed' || place.runtime === 'test')) &&
  // a story needs the parts its subsystem stands on
  !(target.subpath === './server' && place.runtime === 'test') &&
  `reaches behind the contract of ${target.name}; import "${target.name}" alone and ask its owner to export what is missing.`

const bootstrapNeedsNoInstall: Rule = ({ path, target }) =>
  path.startsWith('apps/all/') && path.endsWith('.mjs') && target.kind === 'package' &&
  `runs before anything is installed and imports ${target.name}; use Node alone here.`

const codeIsNamed: Rule = ({ place, target }) =>
  target.kind === 'computed' && place.part !== 'elsewhere' && place.part !== 'app' && place.runtime !== 'test' &&
  'imports a module whose name is computed; write the name out, so that a reader can find it.'

const edgeRules: readonly Rule[] = [
  staysInside, exists, isListed, isExported, kernelKnowsNoSubsystem, protocolImportsNothing, pureStaysPure,
  runtimesStayApart, neighboursByContract, bootstrapNeedsNoInstall, codeIsNamed,
]

/** What is wrong with one import: a sentence per broken rule. */
export function judgeEdge(edge: Edge): readonly string[] {
  return edgeRules.map((rule) => rule(edge)).filter((says) => says !== false)
}
