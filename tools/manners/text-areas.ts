// Text areas made past the one component that says what may not be entered: whoever types there would not be told.
import type { Finding } from '../finding.ts'
import { lineAt } from '../finding.ts'

const theirs: readonly string[] = ['kernel/web-kit/src/fields/words-area.tsx', 'apps/web/src/q/words-area.ts']
const made = /<textarea\b|\bInput\.TextArea\b|\bimport\s*\{[^}]*\bTextArea\b[^}]*\}\s*from\s*'antd|element\(\s*'textarea'|createElement\(\s*'textarea'/g

/** Finds them in what the browser runs; tests may look for one. */
export function findBareTextAreas({ path, text }: { path: string; text: string }): readonly Finding[] {
  if (!/^(apps\/web\/src|kernel\/web-kit\/src|subsystems\/[^/]+\/src\/web)\//.test(path) || theirs.includes(path)) return []
  return [...text.matchAll(made)].map((found) => ({
    path, line: lineAt({ text, offset: found.index }),
    says: 'makes a text area of its own; use WordsArea, which says under it that nothing classified may be entered.',
  }))
}
