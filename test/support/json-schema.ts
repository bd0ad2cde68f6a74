/** The parts of a valibot schema that a JSON schema can say too. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, object>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly item?: object;
  readonly wrapped?: object;
  readonly key?: object;
  readonly value?: object;
  readonly default?: unknown;
  readonly pipe?: readonly { kind: string; type: string; requirement?: unknown }[];
}

/** What a valibot schema checks, as JSON schema. */
export function toJsonSchema(schema: object): object {
  const shape = schema as Shape;
  const rules = (shape.pipe ?? []).filter(({ kind }) => kind === 'validation');
  const count = shape.type === 'array' ? 'Items' : 'Length';
  return Object.assign(
    toOwnPart(shape),
    ...rules.map(({ type, requirement }) => {
      switch (type) {
        case 'integer':
          return { type: 'integer' };
        case 'min_value':
          return { minimum: requirement };
        case 'max_value':
          return { maximum: requirement };
        case 'min_length':
          return { [`min${count}`]: requirement };
        case 'max_length':
          return { [`max${count}`]: requirement };
        case 'regex':
          return { pattern: requirement instanceof RegExp ? requirement.source : null };
        case 'url':
          return { format: 'uri' };
        case 'check':
          // Said in words alone.
          return {};
        case 'iso_timestamp':
          return { format: 'date-time' };
        default:
          throw new Error(`no word for ${type} yet`);
      }
    }),
  ) as object;
}

function toOwnPart(shape: Shape): object {
  switch (shape.type) {
    case 'optional': {
      const inner = toJsonSchema(shape.wrapped ?? {});
      return shape.default === undefined ? inner : { ...inner, default: shape.default };
    }
    case 'strict_object': {
      const entries = Object.entries(shape.entries ?? {});
      const required = entries.filter(([, entry]) => (entry as Shape).type !== 'optional');
      return {
        type: 'object',
        additionalProperties: false,
        ...(required.length > 0 && { required: required.map(([name]) => name) }),
        properties: Object.fromEntries(entries.map(([name, entry]) => [name, toJsonSchema(entry)])),
      };
    }
    case 'nullable':
      return { anyOf: [toJsonSchema(shape.wrapped ?? {}), { type: 'null' }] };
    case 'array':
      return { type: 'array', items: toJsonSchema(shape.item ?? {}) };
    case 'picklist':
      return { enum: shape.options };
    case 'record':
      return {
        type: 'object',
        propertyNames: toJsonSchema(shape.key ?? {}),
        additionalProperties: toJsonSchema(shape.value ?? {}),
      };
    case 'variant':
      return { oneOf: (shape.options as object[]).map(toJsonSchema) };
    case 'literal':
      return { const: shape.literal };
    default:
      return { type: shape.type };
  }
}

const prose = ['description', 'title', '$schema', '$id'];

/** A JSON schema without what is written for people, and with references followed. */
export function parseSchema(text: string): object {
  const { $defs = {}, ...schema } = JSON.parse(text, (name, value: unknown) =>
    typeof value === 'string' && prose.includes(name) ? undefined : value,
  ) as { $defs?: Record<string, object> };
  const followed = JSON.stringify(schema, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
    const { $ref, ...rest } = value;
    return { ...$defs[String($ref).replace('#/$defs/', '')], ...rest };
  });
  return JSON.parse(followed) as object;
}
