// What the build puts in their place: the index of the parts, what one may ask for, and the icons of that.
declare const builtParts: readonly import('@houqin/web-kit').PartIndex[]
declare module 'houqin:starts' {
  export const starts: readonly import('@houqin/web-kit').StartIndex[]
}
