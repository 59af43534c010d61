import { AppError, isAppError } from '../../graph-schema/app-error.ts';

/** What went wrong with a file that a person named. */
export function toFileFault(error: unknown, path: string): AppError {
  const inner = isAppError(error) && error.code === 'internal' ? error.cause : error;
  if (isAppError(inner)) return inner;
  const { code } = inner as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk_full', { values: { path }, cause: inner });
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    return new AppError('file_unreadable', { values: { path, detail: code }, cause: inner });
  }
  return isAppError(error) ? error : new AppError('internal', { cause: error, message: String(error) });
}
