import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isPresetName, presetNames, presets, type PresetName } from './presets';
import { Policy, type PolicyInput } from './schema';

export type PolicyReading =
  { ok: true; policy: Policy } | { ok: false; problems: readonly string[] };

/**
 * Checks a policy, given as JSON would give it.
 * Problems are sentences that name the key and what is allowed there.
 */
export function parsePolicy(input: unknown): PolicyReading {
  // To valibot a list is an object too, and one without keys the default policy.
  if (Array.isArray(input)) return problem('the policy is a list, allowed is an object');
  const parsed = v.safeParse(Policy, input);
  if (parsed.success) return { ok: true, policy: parsed.output };
  return { ok: false, problems: parsed.issues.map(explain) };
}

/** The policy of a preset's name or of the policy itself. */
export function resolvePolicy(policy: PresetName | PolicyInput): PolicyReading {
  return parsePolicy(typeof policy === 'string' ? presets[policy] : policy);
}

/** What `--policy` names: a preset, or else a JSON file. */
export function readPolicy(nameOrFile: string): PolicyReading {
  if (isPresetName(nameOrFile)) return resolvePolicy(nameOrFile);
  let text: string;
  try {
    text = readFileSync(nameOrFile, 'utf8');
  } catch {
    return problem(
      `policy "${nameOrFile}" is neither a file that can be read nor one of ${presetNames.join(', ')}`,
    );
  }
  try {
    return parsePolicy(JSON.parse(text));
  } catch (error) {
    return problem(
      `policy file "${nameOrFile}" is not JSON: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

function problem(text: string): PolicyReading {
  return { ok: false, problems: [text] };
}

function explain(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue) ?? 'the policy';
  if (issue.type === 'check') return `${key} ${issue.message}`;
  if (issue.expected === 'never') return `${key} is not a key of the policy`;
  return `${key} is ${issue.received}, allowed is ${allowed(issue)}`;
}

function allowed({ type, expected, requirement }: v.BaseIssue<unknown>): string {
  const bound = String(requirement);
  switch (type) {
    case 'min_value':
      return `at least ${bound}`;
    case 'max_value':
      return `at most ${bound}`;
    case 'min_length':
      return `a length of at least ${bound}`;
    case 'max_length':
      return `a length of at most ${bound}`;
    case 'integer':
      return 'a whole number';
    case 'url':
      return 'a URL';
    default:
      // Lists of words come as `("on" | "off")`.
      return (expected ?? bound).replace(/[()"]/g, '').replaceAll(' | ', ', ');
  }
}
