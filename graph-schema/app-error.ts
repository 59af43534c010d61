/**
 * Every fault that can cross a border (HTTP, command line, event stream) has one of these codes.
 * The words are made where they are shown, from `messages/`; the table code → HTTP status, retryable, log level is in `server/trpc`.
 */
export const errorCodes = [
  // the machine
  'java_missing',
  'prerequisites_missing',
  'disk_full',
  'home_not_writable',
  'home_in_use',
  'port_in_use',
  'app_stopped',
  // Neo4j
  'neo4j_unreachable',
  'neo4j_auth',
  'neo4j_database_missing',
  'neo4j_too_old',
  'neo4j_foreign_data',
  'neo4j_label_clash',
  'neo4j_newer_schema',
  'neo4j_migration_changed',
  'neo4j_fetch_failed',
  'neo4j_start_failed',
  'neo4j_halted',
  // models
  'weights_unreachable',
  'weights_altered',
  'weights_damaged',
  'model_unknown',
  'model_not_ready',
  'model_host_died',
  'model_failed',
  'endpoint_not_agreed',
  'endpoint_unreachable',
  'endpoint_refused',
  'endpoint_no_model',
  'endpoint_busy',
  'endpoint_stalled',
  'endpoint_nonsense',
  // vaults
  'vault_not_found',
  'vault_not_folder',
  'vault_empty',
  'vault_unreadable',
  // field
  'not_found',
  'ambiguous_title',
  'nothing_said',
  'question_too_long',
  'already_decided',
  'stands_on',
  'nothing_to_undo',
  'nothing_to_redo',
  'not_undoable',
  'stage_not_ready',
  // editing by hand
  'not_own',
  'edited_meanwhile',
  'link_to_itself',
  'link_exists',
  'said_in_text',
  // packs
  'pack_invalid',
  'pack_newer',
  'pack_too_large',
  // exports
  'export_empty',
  'query_refused',
  // files that a person names
  'file_unreadable',
  // backups
  'backup_damaged',
  'backup_newer',
  'field_not_empty',
  // the border
  'bad_input',
  'forbidden',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export type ErrorValues = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A fault. `code` and `values` cross borders; `message` is English and goes to the log only. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: ErrorValues;

  constructor(code: ErrorCode, options: { values?: ErrorValues; message?: string; cause?: unknown } = {}) {
    super(options.message ?? code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.values = options.values ?? {};
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
