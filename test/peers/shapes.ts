import { list, remediations, type Json } from '../unit/practice-org/practice';

/** What a part of an answer is like, by where it stands. */
export type Shapes = ReadonlyMap<string, string>;

/**
 * The forms of an answer, their addresses and methods, every field in them as Ion reads it, and the keys of messages: a member that is
 * left out has its default (ionspec.org, "Form Field Members"). Words, values and links between parts are no shape.
 */
export function shapesOf(answer: Json): Shapes {
  const shapes = new Map<string, string>();
  for (const form of remediations(answer)) addForm(shapes, String(form['name']), form, answer);
  for (const name of holders) {
    const holder = answer[name]?.['value'];
    if (!holder) continue;
    shapes.set(name, typeName(holder));
    for (const [action, form] of Object.entries(holder)) {
      if (isForm(form)) addForm(shapes, `${name}/${action}`, form, answer);
      else if (action === 'contextualData') addMembers(shapes, `${name}/${action}`, form);
    }
  }
  for (const name of actions) {
    if (isForm(answer[name])) addForm(shapes, name, answer[name], answer);
  }
  for (const message of list(answer['messages']?.['value'])) {
    shapes.set(`messages/${String(message['i18n']?.['key'])}`, String(message['class']));
  }
  for (const name of parts)
    if (answer[name]) shapes.set(name, typeName(answer[name]['value'] ?? answer[name]));
  return shapes;
}

const holders = ['currentAuthenticator', 'enrollmentAuthenticator'];
const actions = ['cancel', 'successWithInteractionCode'];
const parts = [
  'user',
  'app',
  'authentication',
  'authenticators',
  'authenticatorEnrollments',
  'captcha',
  'uiDisplay',
];

const isForm = (value: Json | undefined): value is Json =>
  typeof value === 'object' &&
  typeof value['href'] === 'string' &&
  typeof value['method'] === 'string';

function typeName(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

function addMembers(shapes: Map<string, string>, path: string, value: Json): void {
  for (const [name, member] of Object.entries(value))
    shapes.set(`${path}/${name}`, typeName(member));
}

function addForm(shapes: Map<string, string>, path: string, form: Json, answer: Json): void {
  shapes.set(path, `${String(form['method'])} ${placeOf(String(form['href']))}`);
  for (const field of list(form['value']))
    addField(shapes, `${path}/${String(field['name'])}`, field, answer);
}

/** Hosts are as unlike as the ids in addresses. */
function placeOf(href: string): string {
  const path = href.replace(/^https?:\/\/[^/]*/, '').split('?')[0] ?? '';
  return path
    .replace(/^\/sso\/idps\/[^/]+/, '/sso/idps/{id}')
    .replace(/\/(aus|oauth2\/)[^/]+\/v1/, '/{server}/v1');
}

function addField(shapes: Map<string, string>, path: string, field: Json, answer: Json): void {
  const fields = list(field['form']?.['value']);
  const options = list(field['options']);
  const isGroup = fields.length > 0 || options.some((option) => isOptionForm(option));
  const is = (member: string, byDefault: boolean) =>
    (field[member] === undefined ? byDefault : String(field[member]) === 'true') ? member : '';
  const described = [
    isGroup ? 'object' : String(field['type'] ?? 'string'),
    is('required', false),
    is('mutable', true),
    is('visible', true),
    is('secret', false),
    options.length > 0 ? 'options' : '',
    field['mutable'] !== undefined &&
    String(field['mutable']) === 'false' &&
    field['value'] !== undefined
      ? 'value'
      : '',
  ];
  shapes.set(path, described.filter((part) => part !== '').join(' '));
  for (const message of list(field['messages']?.['value'])) {
    shapes.set(`${path}!${String(message['i18n']?.['key'])}`, String(message['class']));
  }
  for (const child of fields) addField(shapes, `${path}/${String(child['name'])}`, child, answer);
  for (const option of options) {
    if (!isOptionForm(option)) continue;
    const name = nameOfOption(option, answer);
    for (const child of list(option['value']?.['form']?.['value'])) {
      addField(shapes, `${path}[${name}]/${String(child['name'])}`, child, answer);
    }
  }
}

const isOptionForm = (option: Json) => list(option['value']?.['form']?.['value']).length > 0;

/** Of which method an option is, where it says so; the fields that it asks for, where it does not. */
function nameOfOption(option: Json, answer: Json): string {
  const index = /^\$\.authenticators\.value\[(\d+)\]$/.exec(String(option['relatesTo']))?.[1];
  const key =
    index === undefined
      ? undefined
      : list(answer['authenticators']?.['value'])[Number(index)]?.['key'];
  return key === undefined
    ? list(option['value']?.['form']?.['value'])
        .map(({ name }) => String(name))
        .join('+')
    : String(key);
}

export interface Difference {
  readonly path: string;
  readonly recorded: string | undefined;
  readonly ours: string | undefined;
}

export function differences(recorded: Shapes, ours: Shapes): readonly Difference[] {
  const paths = [...new Set([...recorded.keys(), ...ours.keys()])].sort();
  return paths
    .map((path) => ({ path, recorded: recorded.get(path), ours: ours.get(path) }))
    .filter((one) => one.recorded !== one.ours);
}
