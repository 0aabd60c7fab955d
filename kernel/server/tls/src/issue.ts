// 签发: the local authority's own certificate, and those it makes for this machine.
import 'reflect-metadata'
import { KeyObject, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import {
  AuthorityKeyIdentifierExtension, BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension,
  SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension, X509Certificate, X509CertificateGenerator,
} from '@peculiar/x509'
import type { Pair, ReadPair } from './pem-file.ts'

/** A pair as the library takes it: named through it, since browser and Node each have a type of that name. */
type Keys = Parameters<typeof X509CertificateGenerator.createSelfSigned>[0]['keys']

const algorithm = Object.freeze({ name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' })
const dayMs = 86_400_000
/** A phone whose clock is slow must not find the certificate not yet valid. */
const backdatedMs = dayMs
const authorityDays = 3650

/** @param machine its name, so that whoever finds the certificate in a list knows whose it is. */
export async function makeAuthority({ machine, now }: { machine: string; now: Date }): Promise<Pair> {
  const keys = await newKeys()
  const name = [{ O: ['智慧后勤 Houqin'] }, { CN: [`智慧后勤本机证书 ${machine} ${now.toISOString().slice(0, 10)}`.slice(0, 64)] }]
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    ...lasting({ now, days: authorityDays }),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { key: pemOf(keys.privateKey), cert: `${certificate.toString('pem')}\n` }
}

/** A certificate for exactly these names and addresses. */
export async function issueCertificate({ authority, names, now, days }: { authority: ReadPair; names: readonly string[]; now: Date; days: number }): Promise<Pair> {
  const keys = await newKeys()
  const issuer = new X509Certificate(authority.cert)
  const certificate = await X509CertificateGenerator.create({
    subject: [{ O: ['智慧后勤 Houqin'] }, { CN: ['localhost'] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await signingKeyOf(authority),
    ...lasting({ now, days }),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value }))),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return { key: pemOf(keys.privateKey), cert: `${certificate.toString('pem')}\n` }
}

function lasting({ now, days }: { now: Date; days: number }): { serialNumber: string; notBefore: Date; notAfter: Date } {
  const notBefore = new Date(now.getTime() - backdatedMs)
  // a first byte from 0x40 on is neither negative nor shortened
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)])
  return { serialNumber: serial.toString('hex'), notBefore, notAfter: new Date(notBefore.getTime() + days * dayMs) }
}

async function newKeys(): Promise<Keys> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}
function signingKeyOf({ privateKey }: ReadPair): Promise<Keys['privateKey']> {
  return crypto.subtle.importKey('pkcs8', privateKey.export({ type: 'pkcs8', format: 'der' }), algorithm, false, ['sign'])
}
function pemOf(key: Keys['privateKey']): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString()
}
