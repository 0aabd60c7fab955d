// Every table of the house, in the order the schemas refer to each other.
import { accessTables } from '@houqin/access'
import { apiKeyTables } from '@houqin/api-keys'
import { approvalTables } from '@houqin/approvals'
import { auditTables } from '@houqin/audit'
import type { MigrationSet } from '@houqin/db'
import { dueTables } from '@houqin/due'
import { eventsTables } from '@houqin/events'
import { fileImportTables } from '@houqin/file-imports'
import { filesTables } from '@houqin/files'
import { findTables } from '@houqin/find'
import { httpTables } from '@houqin/http'
import { importTables } from '@houqin/imports'
import { jobTables } from '@houqin/jobs'
import { matterTables } from '@houqin/matters'
import { channelSecrets, channelTables } from '@houqin/notice-channels'
import { groupTables } from '@houqin/notice-groups'
import { noticeTables } from '@houqin/notices'
import { numberingTables } from '@houqin/numbering'
import { outboxTables } from '@houqin/outbox'
import { personalTables } from '@houqin/personal'
import { planTables } from '@houqin/plans'
import { registerTables } from '@houqin/registers'
import { secondFactorSecrets, secondFactorTables } from '@houqin/second-factor'
import type { SealedColumn } from '@houqin/secrets'
import { signalTables } from '@houqin/signals'
import { signatureTables } from '@houqin/signatures'
import { standardHistoryTables } from '@houqin/standard-history'
import { standardVersionTables } from '@houqin/standard-versions'
import { standardTables } from '@houqin/standards'
import { identitySecrets, identityTables } from '@houqin/unified-identity'
import type { ServerPart } from './part.ts'

export function migrationSetsOf(parts: readonly ServerPart[]): readonly MigrationSet[] {
  return [
    auditTables, eventsTables, filesTables, numberingTables, accessTables, secondFactorTables, apiKeyTables, registerTables, standardTables, standardHistoryTables, standardVersionTables, matterTables, signatureTables, approvalTables,
    signalTables, jobTables, outboxTables, noticeTables, groupTables, channelTables, httpTables, identityTables, dueTables, planTables, importTables, fileImportTables, personalTables, findTables, ...parts.map(({ tables }) => tables),
  ]
}

/** Where the house keeps what its vault sealed; a start holds all of it against the key in the data folder. */
export const sealedIn: readonly SealedColumn[] = [channelSecrets, identitySecrets, secondFactorSecrets]
