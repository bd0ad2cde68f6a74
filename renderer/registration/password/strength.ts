import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** 0 (guessed at once) to 4 (very strong), by zxcvbn; `own` are words an attacker would try first. */
export function passwordStrength(password: string, own: readonly string[]): number {
  return estimator.check(password.slice(0, 100), [...own]).score;
}
