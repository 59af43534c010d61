import { Neo4jError } from 'neo4j-driver';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';

/** Where a fault happened, for the words that people read. */
export interface Place {
  uri: string;
  username: string;
  database: string | null;
}

const unreachable = new Set(['ServiceUnavailable', 'SessionExpired']);
const databaseMissing = 'Neo.ClientError.Database.DatabaseNotFound';
/** A store that could not write its log takes nothing more until it is started again. */
const halted = /Could not append transaction|critical error, and needs to be restarted/;
const refused = new Set([
  'Neo.ClientError.Security.Unauthorized',
  'Neo.ClientError.Security.AuthenticationRateLimit',
  'Neo.ClientError.Security.CredentialsExpired',
  'Neo.ClientError.Security.TokenExpired',
]);

/** A driver's fault → ours; what is ours already passes. */
export function toAppError(error: unknown, place: Place): AppError {
  if (isAppError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const values = {
    uri: place.uri,
    username: place.username,
    database: place.database ?? '',
    detail: message.slice(0, 300),
  };
  if (message.includes('No space left on device'))
    return new AppError('disk_full', { message, cause: error });
  if (!(error instanceof Neo4jError))
    return new AppError('internal', { values: { detail: values.detail }, message, cause: error });
  if (halted.test(message)) return new AppError('neo4j_halted', { values, message, cause: error });
  if (unreachable.has(error.code))
    return new AppError('neo4j_unreachable', { values, message, cause: error });
  if (error.code === databaseMissing)
    return new AppError('neo4j_database_missing', { values, message, cause: error });
  if (refused.has(error.code)) return new AppError('neo4j_auth', { values, message, cause: error });
  return new AppError('internal', {
    values: { neo4j: error.code, detail: values.detail },
    message,
    cause: error,
  });
}
