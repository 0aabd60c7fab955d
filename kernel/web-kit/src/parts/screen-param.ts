// The part of a screen's path that names one thing: `$id` of `/registers/places.room/$id`.
import { useParams } from '@tanstack/react-router'

/** @returns the empty string when the path has no such part. */
export function useScreenParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return params[name] ?? ''
}
