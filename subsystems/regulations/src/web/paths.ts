// Where texts are opened.
import { pathOfRow } from '@houqin/web-kit'
import { document } from '../contract/index.ts'

/** @param version another than the one in force. */
export function pathOfDocument(id: string, version?: string): `/${string}` {
  return `${pathOfRow(document.id, id)}${version === undefined ? '' : `?version=${version}`}`
}
/** The article in its document, scrolled to. */
export function pathOfArticle({ id, document: of, version, inForce = true }: {
  readonly id: string
  readonly document: { readonly id: string }
  readonly version?: { readonly id: string }
  readonly inForce?: boolean
}): `/${string}` {
  return `${pathOfDocument(of.id, inForce ? undefined : version?.id)}#${id}`
}
export function pathOfChanges({ id, before, after }: { id: string; before: string; after: string }): `/${string}` {
  return `/regulations/changes/${id}?before=${before}&after=${after}`
}
