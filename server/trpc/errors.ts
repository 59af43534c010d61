import { TRPCError } from '@trpc/server';
import { type ErrorCode, isAppError } from '../../graph-schema/app-error.ts';

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]['code'];
type Level = 'info' | 'warn' | 'error';

/** Every fault's place at the border. Exhaustive: a new code does not compile until it has a row. */
const table: Record<ErrorCode, { trpc: TrpcCode; level: Level }> = {
  java_missing: { trpc: 'SERVICE_UNAVAILABLE', level: 'error' },
  prerequisites_missing: { trpc: 'SERVICE_UNAVAILABLE', level: 'error' },
  disk_full: { trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
  home_not_writable: { trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
  home_in_use: { trpc: 'CONFLICT', level: 'warn' },
  port_in_use: { trpc: 'CONFLICT', level: 'warn' },
  app_stopped: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  neo4j_unreachable: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  neo4j_auth: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  neo4j_database_missing: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  neo4j_too_old: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  neo4j_foreign_data: { trpc: 'PRECONDITION_FAILED', level: 'warn' },
  neo4j_label_clash: { trpc: 'PRECONDITION_FAILED', level: 'warn' },
  neo4j_newer_schema: { trpc: 'PRECONDITION_FAILED', level: 'warn' },
  neo4j_migration_changed: { trpc: 'PRECONDITION_FAILED', level: 'error' },
  neo4j_fetch_failed: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  neo4j_halted: { trpc: 'SERVICE_UNAVAILABLE', level: 'error' },
  neo4j_start_failed: { trpc: 'SERVICE_UNAVAILABLE', level: 'error' },
  weights_unreachable: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  weights_altered: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  weights_damaged: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  model_unknown: { trpc: 'NOT_FOUND', level: 'info' },
  model_not_ready: { trpc: 'PRECONDITION_FAILED', level: 'info' },
  model_host_died: { trpc: 'SERVICE_UNAVAILABLE', level: 'error' },
  model_failed: { trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
  endpoint_not_agreed: { trpc: 'PRECONDITION_FAILED', level: 'info' },
  endpoint_unreachable: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  endpoint_refused: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  endpoint_no_model: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  endpoint_busy: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  endpoint_stalled: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  endpoint_nonsense: { trpc: 'SERVICE_UNAVAILABLE', level: 'warn' },
  vault_not_found: { trpc: 'NOT_FOUND', level: 'info' },
  vault_not_folder: { trpc: 'BAD_REQUEST', level: 'info' },
  vault_empty: { trpc: 'BAD_REQUEST', level: 'info' },
  vault_unreadable: { trpc: 'BAD_REQUEST', level: 'info' },
  not_found: { trpc: 'NOT_FOUND', level: 'info' },
  ambiguous_title: { trpc: 'CONFLICT', level: 'info' },
  nothing_said: { trpc: 'CONFLICT', level: 'info' },
  question_too_long: { trpc: 'BAD_REQUEST', level: 'info' },
  already_decided: { trpc: 'CONFLICT', level: 'info' },
  stands_on: { trpc: 'CONFLICT', level: 'info' },
  nothing_to_undo: { trpc: 'CONFLICT', level: 'info' },
  nothing_to_redo: { trpc: 'CONFLICT', level: 'info' },
  not_undoable: { trpc: 'CONFLICT', level: 'info' },
  stage_not_ready: { trpc: 'PRECONDITION_FAILED', level: 'info' },
  not_own: { trpc: 'BAD_REQUEST', level: 'info' },
  edited_meanwhile: { trpc: 'CONFLICT', level: 'info' },
  link_to_itself: { trpc: 'BAD_REQUEST', level: 'info' },
  link_exists: { trpc: 'CONFLICT', level: 'info' },
  said_in_text: { trpc: 'CONFLICT', level: 'info' },
  pack_invalid: { trpc: 'BAD_REQUEST', level: 'info' },
  pack_newer: { trpc: 'BAD_REQUEST', level: 'info' },
  pack_too_large: { trpc: 'PAYLOAD_TOO_LARGE', level: 'info' },
  export_empty: { trpc: 'CONFLICT', level: 'info' },
  query_refused: { trpc: 'BAD_REQUEST', level: 'info' },
  file_unreadable: { trpc: 'BAD_REQUEST', level: 'info' },
  backup_damaged: { trpc: 'UNPROCESSABLE_CONTENT', level: 'warn' },
  backup_newer: { trpc: 'PRECONDITION_FAILED', level: 'warn' },
  field_not_empty: { trpc: 'PRECONDITION_FAILED', level: 'info' },
  bad_input: { trpc: 'BAD_REQUEST', level: 'info' },
  forbidden: { trpc: 'FORBIDDEN', level: 'warn' },
  cancelled: { trpc: 'CLIENT_CLOSED_REQUEST', level: 'info' },
  internal: { trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
};

interface Log {
  info(values: object, message: string): void;
  warn(values: object, message: string): void;
  error(values: object, message: string): void;
}

/** The one place where a fault becomes an answer over HTTP; the fault itself stays its cause. */
export function toTrpcError(error: TRPCError, log: Log): TRPCError {
  const { cause } = error;
  if (!isAppError(cause)) {
    if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: cause ?? error }, 'unexpected fault');
    return error;
  }
  const row = table[cause.code];
  log[row.level]({ code: cause.code, values: cause.values, err: cause }, cause.message);
  return new TRPCError({ code: row.trpc, cause, message: cause.code });
}
