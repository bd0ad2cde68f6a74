import type { GenericSchema, InferOutput } from 'valibot';

/** One request from the renderer to main, answered with a {@link Result}. */
export interface CallDefinition<
  Request extends GenericSchema = GenericSchema,
  Response extends GenericSchema = GenericSchema,
  Code extends string = string,
> {
  readonly request: Request;
  readonly response: Response;
  readonly errors: readonly Code[];
}

/** Refusals of the doorway itself; every call can end with one of them. */
export const doorwayErrors = ['refused', 'invalid-request', 'internal', 'unreachable'] as const;
export type DoorwayError = (typeof doorwayErrors)[number];

export interface Failure<Code extends string> {
  readonly code: Code;
  /** What a person reads out to support; set where main logged more than the code says. */
  readonly reference: string | null;
  /** Seconds until trying again makes sense, where the server said so. */
  readonly retryAfter: number | null;
  /** A host that the org's answer names in place of its own; set where that is the failure. */
  readonly host?: string;
}

export type Result<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure<Code> };

/* @__NO_SIDE_EFFECTS__ */
export function call<
  const Request extends GenericSchema,
  const Response extends GenericSchema,
  const Code extends string = never,
>(definition: {
  request: Request;
  response: Response;
  errors?: readonly Code[];
}): CallDefinition<Request, Response, Code> {
  return { errors: [], ...definition };
}

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function fail<Code extends string>(
  code: Code,
  details: {
    reference?: string | null;
    retryAfter?: number | null;
    host?: string | null | undefined;
  } = {},
): Result<never, Code> {
  return {
    ok: false,
    error: {
      code,
      reference: details.reference ?? null,
      retryAfter: details.retryAfter ?? null,
      ...(details.host ? { host: details.host } : {}),
    },
  };
}

export type CallTable = Readonly<Record<string, Readonly<Record<string, CallDefinition>>>>;
export type EventTable = Readonly<Record<string, GenericSchema>>;

type RequestOf<Call> = Call extends CallDefinition<infer Request> ? InferOutput<Request> : never;
type ResponseOf<Call> =
  Call extends CallDefinition<GenericSchema, infer Response> ? InferOutput<Response> : never;
type CodeOf<Call> =
  Call extends CallDefinition<GenericSchema, GenericSchema, infer Code> ? Code : never;

/** What main must supply: one handler for each call, no more and no fewer. */
export type Handlers<Calls extends CallTable> = {
  readonly [Area in keyof Calls]: {
    readonly [Name in keyof Calls[Area]]: (
      request: RequestOf<Calls[Area][Name]>,
    ) => Promise<Result<ResponseOf<Calls[Area][Name]>, CodeOf<Calls[Area][Name]>>>;
  };
};

/** What the renderer gets. Nothing here rejects: every failure is a value. */
export type CallBridge<Calls extends CallTable> = {
  readonly [Area in keyof Calls]: {
    readonly [Name in keyof Calls[Area]]: (
      request: RequestOf<Calls[Area][Name]>,
    ) => Promise<Result<ResponseOf<Calls[Area][Name]>, CodeOf<Calls[Area][Name]> | DoorwayError>>;
  };
};

export type EventPayload<Events extends EventTable, Name extends keyof Events> = InferOutput<
  Events[Name]
>;

export interface EventBridge<Events extends EventTable> {
  /** Subscribes; the returned function ends the subscription. */
  on<Name extends keyof Events & string>(
    name: Name,
    listener: (payload: EventPayload<Events, Name>) => void,
  ): () => void;
}

/** `registration.submit`: the name under which a call crosses the doorway. */
export function channelName(area: string, name: string): string {
  return `${area}.${name}`;
}
