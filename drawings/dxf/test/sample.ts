// The drawings of others that are kept with the tests; where they come from stands in samples/README.md.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export function sample(name: string): Uint8Array {
  return gunzipSync(readFileSync(new URL(`samples/${name}.dxf.gz`, import.meta.url)))
}

export const sampleNames = ['house-bishop', 'gbk-attributes', 'apartment-levental'] as const
