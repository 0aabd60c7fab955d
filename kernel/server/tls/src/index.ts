// 本机证书: HTTPS for a bureau without a certificate authority of its own, and the page that tells people how to trust it.
export { localCertificate } from './local-certificate.ts'
export type { LocalCertificate, Pair } from './local-certificate.ts'
export { namesOfMachine } from './machine-names.ts'
export { trustPage } from './trust-page.ts'
