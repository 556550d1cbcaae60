import { z } from 'zod';

/** Every error code the product speaks, with the HTTP status it answers and a title for a person. Codes are stable. */
export const errorTable = {
  VALIDATION_FAILED: { status: 400, title: 'The request is not valid' },
  BAD_JSON: { status: 400, title: 'The body is not valid JSON' },
  NOT_FOUND: { status: 404, title: 'Not found' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'Method not allowed' },
  FORBIDDEN_ORIGIN: { status: 403, title: 'Refused: the request comes from another site' },
  UNKNOWN_HOST: { status: 421, title: 'Refused: unknown host name' },
  UNAUTHORIZED: { status: 401, title: 'A token is needed' },
  REQUEST_TIMEOUT: { status: 408, title: 'The request took too long to arrive' },
  HEADERS_TOO_LARGE: { status: 431, title: 'The headers are too large' },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'This kind of body is not accepted' },
  FILE_UNSUPPORTED: { status: 415, title: 'This kind of file cannot be read' },
  FILE_UNREADABLE: { status: 422, title: 'The file cannot be read' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  JOB_ACTIVE: { status: 409, title: 'Another run is active for this application' },
  JOB_NOT_RETRYABLE: { status: 409, title: 'This run cannot be retried' },
  JOB_NOT_CANCELLABLE: { status: 409, title: 'This run has already ended' },
  MESSAGE_NOT_A_REPLY: { status: 409, title: 'This message answers nothing' },
  REPLY_UNDER_WAY: { status: 409, title: 'A reply is still being written' },
  STALE_PARENT: { status: 409, title: 'The version edited does not exist' },
  NOT_EMPTY: { status: 409, title: 'There is something here already' },
  RESUME_MISSING: { status: 409, title: 'There is no base resume yet' },
  RESEARCH_FAILED: { status: 502, title: 'The page could not be researched' },
  POSTING_NOT_FOUND: { status: 422, title: 'No job posting was found on the page' },
  URL_REFUSED: { status: 422, title: 'The address is refused' },
  URL_UNREACHABLE: { status: 422, title: 'The address could not be reached' },
  FORMAT_NOT_AVAILABLE: { status: 406, title: 'This format is not available' },
  MODEL_UNAVAILABLE: { status: 503, title: 'The model engine cannot be used' },
  MODEL_FAILED: { status: 502, title: 'The model did not give a usable answer' },
  STORAGE_FAILED: { status: 507, title: 'A file could not be written' },
  DATABASE_BUSY: { status: 503, title: 'The database is busy' },
  QUEUE_UNAVAILABLE: { status: 503, title: 'The queue cannot be reached' },
  APPLICATION_DELETED: { status: 404, title: 'The application was deleted' },
  INTERNAL: { status: 500, title: 'Something went wrong on our side' },
} as const;

export type ErrorCode = keyof typeof errorTable;
export const errorCodeSchema = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]);

/** RFC 9457 problem details. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: errorCodeSchema,
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
