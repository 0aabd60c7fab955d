// Versions of libraries: exact, so that the same clone installs the same house on every day.
import type { Finding } from '../finding.ts'
import { lineAt } from '../finding.ts'

const lists = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
const exact = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

/** Finds `^1.2.3`, `*`, `latest`, tags and addresses in one package.json. */
export function findLooseVersions({ path, text }: { path: string; text: string }): readonly Finding[] {
  // npm itself refuses a package.json of another shape
  const manifest = JSON.parse(text) as Partial<Record<(typeof lists)[number], Readonly<Record<string, string>>>>
  return lists.flatMap((list) =>
    Object.entries(manifest[list] ?? {})
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => ({
        path,
        line: lineAt({ text, offset: text.indexOf(`"${name}"`) }),
        says: `asks for ${name} "${version}"; write one exact version, such as 1.2.3.`,
      })),
  )
}
